import { createClient } from 'npm:@supabase/supabase-js@2';

export default {
  async fetch(req: Request): Promise<Response> {
    if (req.headers.get('x-cron-secret') !== Deno.env.get('CRON_SECRET')) return new Response('no', { status: 401 });
    const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
    await supabase.from('tasks').delete();
    return new Response('done');
  },
};
