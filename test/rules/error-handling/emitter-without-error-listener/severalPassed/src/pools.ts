import { Pool } from 'pg';

export const orders = new Pool({ connectionString: process.env.ORDERS_URL }); // ok: emitter-without-error-listener
export const reports = new Pool({ connectionString: process.env.REPORTS_URL }); // ok: emitter-without-error-listener
