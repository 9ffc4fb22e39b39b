import { Pool } from 'pg';

export const pool = new Pool(); // ok: emitter-without-error-listener
