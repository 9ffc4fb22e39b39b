import { httpRouter } from 'convex/server';
import { httpAction } from './_generated/server';
import { ingest } from './ingest';

const http = httpRouter();

http.route({
  path: '/import',
  method: 'POST',
  handler: httpAction(async (ctx, request) => {
    const body = await request.json();
    await ctx.runMutation('messages:send', { text: body.text });
    return new Response(null, { status: 204 });
  }),
});
http.route({ pathPrefix: '/ingest/', method: 'POST', handler: ingest });

export default http;
