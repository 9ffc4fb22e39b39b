import { createClient } from 'npm:@supabase/supabase-js@2';

Deno.serve(handler);

async function handler(req: Request): Promise<Response> {
  const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { error } = await supabase.from('charges').insert(await req.json());
  return Response.json({ error });
}
