import { admin, callerOrNobody, requireCaller } from '../_shared/callers.ts';

Deno.serve(async (req) => {
  const user = await callerOrNobody(req);
  console.log(user?.id ?? 'nobody');
  const { error } = await admin.from('either_5').insert({ made: true });
  return new Response(error ? 'failed' : 'ok');
});
