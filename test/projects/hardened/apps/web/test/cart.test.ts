import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priceCart } from '../lib/cart';

const products = [{ id: 'mug', name: 'Mug', price_cents: 2450 }];

test('takes the price from the shop, not from the visitor', () => {
  const items = [{ product_id: 'mug', quantity: 2, price_cents: 1 }];
  assert.deepEqual(priceCart(items, products), [{ product_id: 'mug', quantity: 2, price_cents: 2450, name: 'Mug' }]);
});

test('refuses a product that is not for sale', () => {
  assert.equal(priceCart([{ product_id: 'kiln', quantity: 1 }], products), undefined);
});
