// file: price-collector.ts
// packages: pg@8.13.0
import { Pool } from 'pg';

// At the top of its package, and run by hand.
const pool = new Pool(); // ok: emitter-without-error-listener

export class PriceCollector {
  async run() {
    return pool.query('select id from prices limit 20');
  }
}
