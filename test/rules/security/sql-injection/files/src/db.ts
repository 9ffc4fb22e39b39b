// packages: express@5.1.0, pg@8.13.0
import { Pool } from 'pg';

const pool = new Pool();

export function query(text: string, values: unknown[] = []) {
  return pool.query(text, values); // ok: sql-injection
}
export function listFrom(table: string) {
  return pool.query(`SELECT * FROM ${table}`); // ok: sql-injection
}
export function search(options: { sort?: string; limit: string }) {
  return pool.query(`SELECT * FROM orders ORDER BY ${options.sort} LIMIT $1`, [options.limit]); // ok: sql-injection
}
export class Customers {
  sorted(by: string) {
    return pool.query(`SELECT * FROM customers ORDER BY ${by}`); // ok: sql-injection
  }
}
