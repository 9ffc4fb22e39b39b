// packages: express@5.1.0, pg@8.13.0
import { Pool } from 'pg';

const pool = new Pool();

export const query = (text: string, params: unknown[] = []) => pool.query(text, params);

export async function run(statement: string, params: unknown[] = []) {
  const client = await pool.connect();
  try {
    return await client.query(statement, params);
  } finally {
    client.release();
  }
}

/** Says what it is given, and runs nothing of it. */
export async function counted(label: string) {
  console.log(label);
  return pool.query('SELECT count(*) FROM items');
}
