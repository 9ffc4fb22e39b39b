import { Pool } from 'pg';

export const pool = new Pool(); // expect: emitter-without-error-listener
