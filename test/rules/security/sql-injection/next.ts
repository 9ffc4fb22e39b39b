// file: app/api/users/[id]/route.ts
// packages: next@15.0.0, pg@8.13.0
import { Pool } from 'pg';

const pool = new Pool();

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { searchParams } = new URL(request.url);
  const role = searchParams.get('role') ?? 'user';
  const one = await pool.query(`SELECT * FROM users WHERE id = '${id}'`); // expect: sql-injection(error high)
  const many = await pool.query(`SELECT * FROM users WHERE role = '${role}'`); // expect: sql-injection(error high)
  const safe = await pool.query('SELECT * FROM users WHERE id = $1 AND role = $2', [id, role]); // ok: sql-injection
  return Response.json({ one, many, safe });
}
