// file: app/api/dev/metrics/route.ts
// packages: next@15.0.0 pg@8.13.0
import { Pool } from 'pg';

const db = new Pool();

export async function GET() {
  if (process.env.NODE_ENV === 'production') {
    return Response.json({ error: 'Not available in production' }, { status: 404 });
  }
  try {
    const { rows } = await db.query('select * from spans limit 100');
    return Response.json(rows);
  } catch (error) { // ok: error-not-logged
    return Response.json({ error: error instanceof Error ? error.message : 'Unknown error' }, { status: 500 }); // ok: error-detail-leak
  }
}

export async function POST() {
  if (process.env.NODE_ENV === 'production') console.warn('Called in production');
  try {
    const { rows } = await db.query('select * from spans limit 100');
    return Response.json(rows);
  } catch (error) { // expect: error-not-logged
    return Response.json({ error: error instanceof Error ? error.message : 'Unknown error' }, { status: 500 }); // expect: error-detail-leak
  }
}
