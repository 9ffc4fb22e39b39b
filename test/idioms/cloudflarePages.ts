// packages: @cloudflare/workers-types@4.20250101.0

// file: functions/api/tasks/[id].ts
interface Env {
  DB: D1Database;
}
interface Context {
  request: Request;
  env: Env;
  params: { id: string };
}

// endpoint: GET /api/tasks/[id] absent
export async function onRequestGet(context: Context) {
  const row = await context.env.DB.prepare('SELECT * FROM tasks WHERE id = ?1').bind(context.params.id).first();
  return Response.json(row);
}

// endpoint: DELETE /api/tasks/[id] absent
export const onRequestDelete = async ({ env, params }: Context) => {
  await env.DB.prepare('DELETE FROM tasks WHERE id = ?1').bind(params.id).run();
  return new Response(null, { status: 204 });
};

// endpoint: PUT /api/tasks/[id] present SECRET
export async function onRequestPut({ request, env, params }: Context & { env: { API_KEY: string } }) {
  if (request.headers.get('X-API-Key') !== env.API_KEY) return new Response('Unauthorized', { status: 401 });
  const { title } = (await request.json()) as { title: string };
  await env.DB.prepare('UPDATE tasks SET title = ?2 WHERE id = ?1').bind(params.id, title).run();
  return Response.json({ ok: true });
}

export const statuses = ['open', 'done'];

// file: functions/team/_middleware.ts
export const onRequest = async ({ request, env, next }: { request: Request; env: { TEAM_KEY: string }; next: () => Promise<Response> }) => {
  if (request.headers.get('Authorization') !== `Bearer ${env.TEAM_KEY}`) return new Response('Unauthorized', { status: 401 });
  return next();
};

// file: functions/team/index.ts
// endpoint: POST /team present SECRET (the middleware beside it)
export async function onRequestPost({ env }: { env: { DB: D1Database } }) {
  await env.DB.prepare('DELETE FROM team').run();
  return new Response('ok');
}

// file: functions/team/members/[id].ts
// endpoint: ALL /team/members/[id] present SECRET (the middleware above it)
export async function onRequest({ env, params }: { env: { DB: D1Database }; params: { id: string } }) {
  await env.DB.prepare('DELETE FROM team WHERE id = ?1').bind(params.id).run();
  return new Response('ok');
}

// file: functions/teams.ts
// endpoint: POST /teams absent (beside the folder, and not in it)
export async function onRequestPost({ env }: { env: { DB: D1Database } }) {
  await env.DB.prepare('DELETE FROM teams').run();
  return new Response('ok');
}

// file: functions/lib/rows.ts
export async function rows(db: D1Database) {
  return db.prepare('SELECT * FROM tasks').all();
}
