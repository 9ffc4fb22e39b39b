import { createClient } from 'npm:@supabase/supabase-js@2';

Deno.serve(async (req) => { // ok: missing-auth-guard
  const auth = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_ANON_KEY')!);
  const { data, error } = await auth.auth.getUser((req.headers.get('Authorization') ?? '').replace('Bearer ', ''));
  if (error || !data.user) return new Response('Unauthorized', { status: 401 });
  const { text } = await req.json();
  const answer = await fetch('https://api.openai.com/v1/chat/completions', {
    method: 'POST',
    headers: { Authorization: `Bearer ${Deno.env.get('OPENAI_API_KEY')}` },
    body: JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: String(text) }] }),
  });
  return Response.json(await answer.json());
});
