// file: src/db/schema.ts
// packages: drizzle-orm@0.44.0, pg@8.13.0
import { doublePrecision, integer, numeric, pgTable, real, text } from 'drizzle-orm/pg-core';

export const products = pgTable('products', {
  id: text('id').primaryKey(),
  price: real('price').notNull(), // expect: float-money(warning high)
//^^^^^ products.price keeps money as real
  listPrice: doublePrecision('list_price'), // expect: float-money
  cost: real(), // expect: float-money(warning medium)
  priceCents: integer('price_cents'), // ok: float-money
  total: numeric('total', { precision: 12, scale: 2 }), // ok: float-money
  latitude: doublePrecision('latitude'), // ok: float-money
  taxRate: real('tax_rate'), // ok: float-money
  fee: real('fee'), // in percent // ok: float-money
});
