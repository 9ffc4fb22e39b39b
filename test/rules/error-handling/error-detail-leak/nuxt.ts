// file: server/api/notes.delete.ts
// packages: nuxt@4.4.5, drizzle-orm@0.45.0
import { drizzle } from 'drizzle-orm/node-postgres';
import { notes } from '../schema';

const db = drizzle(process.env.DATABASE_URL!);

export default defineEventHandler(async (event) => {
  try {
    return await db.delete(notes);
  } catch (error) {
    console.error(error);
    // The cause stays on the server.
    if (event.context.quiet) throw createError({ statusCode: 500, statusMessage: 'Something went wrong', cause: error }); // ok: error-detail-leak
    throw createError({ statusCode: 500, message: (error as Error).message }); // expect: error-detail-leak
  }
});
