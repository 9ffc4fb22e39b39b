// file: app/people/[team]/page.tsx
// packages: next@15.0.0, react@19.0.0, pg@8.13.0
import { Pool } from 'pg';

const pool = new Pool();

export async function generateMetadata({ params }: { params: Promise<{ team: string }> }) {
  const { team } = await params;
  const { rows } = await pool.query(`SELECT name FROM teams WHERE slug = '${team}'`); // expect: sql-injection(error high)
  return { title: rows[0].name };
}

export default async function People(props: { params: Promise<{ team: string }>; searchParams: Promise<{ sort: string }> }) {
  const { sort } = await props.searchParams;
  const { team } = await props.params;
  const all = await pool.query(`SELECT * FROM people ORDER BY ${sort}`); // expect: sql-injection(error high)
  const order = ['name', 'age'].includes(sort) ? sort : 'name';
  const safe = await pool.query(`SELECT * FROM people ORDER BY ${order}`); // ok: sql-injection
  const own = await pool.query('SELECT * FROM people WHERE team = $1', [team]); // ok: sql-injection
  return <p>{all.rowCount! + safe.rowCount! + own.rowCount!}</p>;
}
