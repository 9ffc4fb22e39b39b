import { Pool } from 'pg';
import { answers } from '../../lib/answers';

const pool = new Pool();

export async function GET(request: Request) {
  try {
    const { rows } = await pool.query('select id from orders where id = $1', [new URL(request.url).searchParams.get('id')]);
    return Response.json(rows);
  } catch (error) {
    return answers.internal(error instanceof Error ? error.message : 'Unknown', true); // expect: error-detail-leak(warning high)
  }
}

export async function POST(request: Request) {
  let order: unknown;
  try {
    order = await request.json();
  } catch (error) {
    return answers.bad(error instanceof Error ? error.message : 'No JSON'); // ok: error-detail-leak
  }
  try {
    await pool.query('insert into orders (value) values ($1)', [order]);
  } catch (error) {
    return answers.bad(error instanceof Error ? error.message : 'No order'); // expect: error-detail-leak(warning low)
  }
  return Response.json({ ok: true });
}
