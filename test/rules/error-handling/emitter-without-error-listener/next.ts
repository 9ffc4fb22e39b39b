// file: lib/db.ts
// packages: next@15.1.0, pg@8.13.0
import { Pool } from 'pg';

// The server of Next.js listens for what nobody catches.
export const pool = new Pool(); // ok: emitter-without-error-listener
