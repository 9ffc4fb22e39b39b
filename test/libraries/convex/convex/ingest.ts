import { httpAction } from './_generated/server';

export const ingest = httpAction(async (ctx, request) => {
  if (request.headers.get('x-api-key') !== process.env.INGEST_API_KEY) return new Response('Unauthorized', { status: 401 });
  await ctx.runMutation('messages:send', { text: await request.text() });
  return new Response('ok');
});
