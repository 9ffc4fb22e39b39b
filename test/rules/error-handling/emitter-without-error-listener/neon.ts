// file: server/db.ts
// packages: @neondatabase/serverless@1.0.0, drizzle-orm@0.45.0, express@5.1.0
import { neon, Pool } from '@neondatabase/serverless';
import { drizzle } from 'drizzle-orm/neon-serverless';

export const pool = new Pool({ connectionString: process.env.DATABASE_URL }); // expect: emitter-without-error-listener
export const db = drizzle({ client: pool });

// One request each, and nothing is kept open.
export const sql = neon(process.env.DATABASE_URL!); // ok: emitter-without-error-listener
