import type { Pool } from 'pg';
import { archivePool, audit } from './archive';
import { orders, reports } from './pools';

/** Which of them it is handed, its callers say. */
function watch(pool: Pool) {
  pool.on('error', (error) => console.error(error));
}

for (const pool of [archivePool(), audit, orders, reports]) watch(pool);
