// file: src/routes/api/notes/+server.ts
// packages: @sveltejs/kit@2.70.4, drizzle-orm@0.45.0
import { error, json } from '@sveltejs/kit';
import { drizzle } from 'drizzle-orm/node-postgres';
import { notes } from '../../../schema';

const db = drizzle(process.env.DATABASE_URL!);

export async function POST() {
  try {
    await db.delete(notes);
    return json({});
  } catch (cause) {
    console.error(cause);
    error(500, (cause as Error).message); // expect: error-detail-leak
  }
}

export async function PUT() {
  try {
    await db.delete(notes);
    return json({});
  } catch (cause) {
    console.error(cause);
    error(500, 'The notes could not be removed'); // ok: error-detail-leak
  }
}
