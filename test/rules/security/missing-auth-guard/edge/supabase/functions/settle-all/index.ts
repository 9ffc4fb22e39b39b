import { admin } from '../_shared/auth.ts';

// The public key is a token too.
Deno.serve(async (req) => { // ok: missing-auth-guard
  const header = req.headers.get('Authorization');
  if (!header) return new Response('no token', { status: 401 }); // expect: presence-only-token-check
  const [, part] = header.replace('Bearer ', '').split('.');
  const payload = JSON.parse(atob(part));
  if (!payload) return new Response('who is it?', { status: 401 });
  const { error } = await admin.from('charges').delete().eq('id', 1);
  return new Response(error ? 'failed' : 'ok');
});
