// file: supabase/functions/orders/index.ts
import { Pool } from 'npm:pg@8.13.0';

Deno.serve(async () => {
  const pool = new Pool(); // ok: connection-per-request
  return new Response(JSON.stringify(await pool.query('select 1')));
});
