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
