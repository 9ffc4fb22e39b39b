import { insist, makeClient } from '../_shared/clients.ts';

Deno.serve(async (req) => { // ok: missing-auth-guard
  try {
    const client = makeClient();
    const user = await insist(req, client);
    const { letter } = await req.json();
    const { data, error } = await client.from('weights').insert({ user_id: user.id, letter: String(letter) }).select().single();
    if (error) throw error;
    return new Response(JSON.stringify({ id: data.id, by: user.id, weight: String(letter).length }));
  } catch (error) {
    console.error(error);
    return new Response('{}', { status: 401 });
  }
});
