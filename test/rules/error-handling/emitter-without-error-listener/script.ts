// file: scripts/count.ts
// packages: pg@8.13.0
import { Pool } from 'pg';

// Whoever starts it sees how it ends.
const pool = new Pool(); // ok: emitter-without-error-listener
console.log((await pool.query('select count(*) from orders')).rows);
