// file: pages/people.ts
// packages: next@14.2.0, pg@8.13.0
import type { GetServerSideProps } from 'next';
import { Pool } from 'pg';

const pool = new Pool();

export const getServerSideProps: GetServerSideProps = async (context) => {
  const { rows } = await pool.query(`SELECT * FROM people WHERE name LIKE '%${context.query.name}%'`); // expect: sql-injection(error high)
  const team = context.params!.team as string;
  const members = await pool.query("SELECT * FROM members WHERE team = '" + team + "'"); // expect: sql-injection(error high)
  const safe = await pool.query('SELECT * FROM members WHERE team = $1', [team]); // ok: sql-injection
  return { props: { rows, members, safe } };
};
