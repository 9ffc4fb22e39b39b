import { pgTable, text } from 'drizzle-orm/pg-core';

export const orders = pgTable('orders', { id: text('id').primaryKey() });
export const bills = pgTable('bills', { id: text('id').primaryKey() });
