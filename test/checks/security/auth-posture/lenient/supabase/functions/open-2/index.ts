import { admin, callerOrNobody, requireCaller } from '../_shared/callers.ts';

Deno.serve(async (req) => {
  const { error } = await admin.from('open_2').insert({ made: true });
  return new Response(error ? 'failed' : 'ok');
});
