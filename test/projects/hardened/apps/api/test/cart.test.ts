import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cartTotalCents } from '../src/services/cart.js';

const prices = new Map([
  ['mug', 2450],
  ['bowl', 1995],
]);

test('adds up our own prices in whole cents', () => {
  const lines = [
    { productId: 'mug', quantity: 2 },
    { productId: 'bowl', quantity: 3 },
  ];
  assert.equal(cartTotalCents(lines, prices), 10_885);
});

test('refuses a product that is not for sale', () => {
  assert.throws(() => cartTotalCents([{ productId: 'kiln', quantity: 1 }], prices), /Product not found/);
});
