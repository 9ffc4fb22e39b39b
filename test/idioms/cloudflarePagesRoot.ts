// packages: @cloudflare/workers-types@4.20250101.0

// file: functions/_middleware.ts
async function failures({ next }: { next: () => Promise<Response> }) {
  try {
    return await next();
  } catch {
    return new Response('Failed', { status: 500 });
  }
}

async function known({ request, env, next }: { request: Request; env: { SITE_KEY: string }; next: () => Promise<Response> }) {
  if (request.headers.get('Authorization') !== `Bearer ${env.SITE_KEY}`) return new Response('Unauthorized', { status: 401 });
  return next();
}

export const onRequest = [failures, known];

// file: functions/notes.ts
// endpoint: POST /notes present SECRET (a list of middleware for the whole site)
export async function onRequestPost({ env }: { env: { DB: D1Database } }) {
  await env.DB.prepare('DELETE FROM notes').run();
  return new Response('ok');
}
