import { admin } from '../_shared/auth.ts';

Deno.serve(async (req) => { // expect: missing-auth-guard
  const { error } = await admin.from('charges').insert({ paid: true });
  return new Response(error ? 'failed' : 'ok');
});
