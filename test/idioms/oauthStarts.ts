// packages: @prisma/client@6.1.0

// file: passport/package.json
{"name": "by-passport", "dependencies": {"express": "4.21.0", "passport": "0.7.0", "@prisma/client": "6.1.0"}}

// file: passport/src/app.ts
import express from 'express';
import passport from 'passport';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = express();
// endpoint: GET /enter/google public (strangers are sent to where they sign in)
app.get('/enter/google', passport.authenticate('google', { scope: ['email'], session: false }));
// endpoint: GET /enter/google/back present AUTHENTICATED (whoever gets past was sent back by the provider)
app.get('/enter/google/back', passport.authenticate('google', { session: false }), async (req, res) => { await db.visit.deleteMany({}); res.redirect('/'); });
// endpoint: POST /enter public (a password is what lets them in)
app.post('/enter', passport.authenticate('local', { successRedirect: '/', failureRedirect: '/enter' }));
// endpoint: ALL /orders/* present
app.all('/orders/*', passport.authenticate('jwt', { session: false }));
// endpoint: GET /orders/all present AUTHENTICATED (what stands for all of a folder guards it)
app.get('/orders/all', async (req, res) => { await db.order.deleteMany({}); res.json({}); });

// file: edge/package.json
{"name": "edge", "dependencies": {"@supabase/supabase-js": "2.45.0"}}

// file: edge/supabase/config.toml
[functions.broker-oauth-init]
verify_jwt = false
[functions.mail-oauth-init]
verify_jwt = false
[functions.shop-oauth-callback]
verify_jwt = false
[functions.bank-oauth-init]
verify_jwt = false

// file: edge/supabase/functions/broker-oauth-init/index.ts
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2';
const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
// endpoint: ALL /functions/v1/broker-oauth-init absent (a broker is connected in the name of whomever the body names)
Deno.serve(async (req) => {
  const { userId, environment } = await req.json();
  const state = crypto.randomUUID();
  await db.from('oauth_states').insert({ state, user_id: userId, environment });
  return Response.json({ url: `https://broker.example.com/oauth/authorize?state=${state}` });
});

// file: edge/supabase/functions/mail-oauth-init/index.ts
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2';
const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
// endpoint: ALL /functions/v1/mail-oauth-init public (nobody is named: people sign in so)
Deno.serve(async (req) => {
  const { environment } = await req.json();
  const state = crypto.randomUUID();
  await db.from('oauth_states').insert({ state, environment });
  return Response.json({ url: `https://mail.example.com/oauth/authorize?state=${state}` });
});

// file: edge/supabase/functions/bank-oauth-init/index.ts
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2';
const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
// endpoint: ALL /functions/v1/bank-oauth-init present AUTHENTICATED (it knows in whose name)
Deno.serve(async (req) => {
  const { data: { user } } = await db.auth.getUser(req.headers.get('Authorization')!.replace('Bearer ', ''));
  if (!user) return new Response('', { status: 401 });
  const state = crypto.randomUUID();
  await db.from('oauth_states').insert({ state, user_id: user.id });
  return Response.json({ url: `https://bank.example.com/oauth/authorize?state=${state}` });
});

// file: edge/supabase/functions/shop-oauth-callback/index.ts
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2';
const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
// endpoint: ALL /functions/v1/shop-oauth-callback public (the provider sends people back here)
Deno.serve(async (req) => {
  const url = new URL(req.url);
  const { user_id } = JSON.parse(atob(url.searchParams.get('state')!));
  await db.from('shops').insert({ user_id, code: url.searchParams.get('code') });
  return Response.redirect('https://app.example.com');
});

// file: web/package.json
{"name": "web", "dependencies": {"next": "15.1.0", "@prisma/client": "6.1.0"}}

// file: web/app/api/auth/oauth/google/route.ts
// endpoint: GET /api/auth/oauth/google public (it only sends people to the provider)
export async function GET() { return Response.redirect(`https://accounts.example.com/authorize?client_id=${process.env.CLIENT_ID}`); }

// file: web/app/api/oauth/connect/route.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/oauth/connect absent (in the name of whomever the body names)
export async function POST(request: Request) {
  const body = await request.json();
  await db.connection.create({ data: { userId: body.userId, provider: body.provider } });
  return Response.json({ url: 'https://accounts.example.com/authorize' });
}
