// packages: @supabase/supabase-js@2.49.0

// file: supabase/functions/my-orders/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

// endpoint: ALL /functions/v1/my-orders unknown (the shop is asked whose session it is)
Deno.serve(async (req) => {
  const { email, shopSession } = await req.json();
  const answer = await fetch('https://shop.example/api/account', { headers: { 'X-Session': shopSession } });
  if (!answer.ok) return new Response('Invalid session', { status: 401 });
  const account = await answer.json();
  if (account.email !== email) return new Response('Unauthorized', { status: 401 });
  const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { data, error } = await db.from('orders').select('*').eq('customer_email', email).limit(20);
  if (error) throw error;
  return Response.json(data);
});

// file: supabase/functions/stock-orders/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

// endpoint: ALL /functions/v1/stock-orders absent (the shop is asked for its stock, whoever calls)
Deno.serve(async (req) => {
  const { email } = await req.json();
  const answer = await fetch('https://shop.example/api/stock', { headers: { 'X-Key': Deno.env.get('SHOP_KEY')! } });
  if (!answer.ok) return new Response('No stock', { status: 403 });
  const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { data, error } = await db.from('orders').select('*').eq('customer_email', email).limit(20);
  if (error) throw error;
  return Response.json(data);
});

// file: supabase/functions/shop-orders/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

// endpoint: ALL /functions/v1/shop-orders absent (nobody looks what the shop says)
Deno.serve(async (req) => {
  const { email, shopSession } = await req.json();
  const answer = await fetch('https://shop.example/api/account', { headers: { 'X-Session': shopSession } });
  console.log(answer.status);
  const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { data, error } = await db.from('orders').select('*').eq('customer_email', email).limit(20);
  if (error) throw error;
  return Response.json(data);
});

// file: supabase/functions/sso-office/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

// endpoint: ALL /functions/v1/sso-office unknown (people come back from signing in elsewhere)
Deno.serve(async (req) => {
  const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const url = new URL(req.url);
  const given = await fetch(`${Deno.env.get('ISSUER')}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'authorization_code', code: url.searchParams.get('code')! }),
  });
  const email = emailIn(await given.json());
  await db.from('profiles').upsert({ email, seen: new Date().toISOString() });
  const { data, error } = await db.auth.admin.generateLink({ type: 'magiclink', email });
  if (error) throw error;
  return Response.json({ link: data.properties.action_link });
});
declare function emailIn(tokens: unknown): string;

// file: supabase/functions/connect-broker/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

// endpoint: ALL /functions/v1/connect-broker absent (whose account it is connected to, the body says)
Deno.serve(async (req) => {
  const { userId, code } = await req.json();
  const given = await fetch('https://broker.example/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'authorization_code', code }),
  });
  const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { error } = await db.from('brokers').upsert({ user_id: userId, token: (await given.json()).access_token });
  if (error) throw error;
  return new Response('ok');
});

// file: supabase/functions/demo-login/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

// endpoint: ALL /functions/v1/demo-login public
Deno.serve(async () => {
  const auth = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_ANON_KEY')!);
  const { data } = await auth.auth.signInWithPassword({ email: Deno.env.get('DEMO_EMAIL')!, password: Deno.env.get('DEMO_PASSWORD')! });
  const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  await db.from('visits').insert({ user_id: data.user?.id });
  return Response.json({ session: data.session });
});

// file: supabase/functions/retention/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

// endpoint: ALL /functions/v1/retention present SECRET (a flag that a secret sets, or a caller who was found)
Deno.serve(async (req) => {
  const secret = Deno.env.get('CRON_SECRET');
  const given = req.headers.get('X-Cron-Secret');
  const authHeader = req.headers.get('Authorization');
  let isAuthorized = false;
  if (secret && given && given === secret) isAuthorized = true;
  if (!isAuthorized && authHeader) {
    const auth = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_ANON_KEY')!, { global: { headers: { Authorization: authHeader } } });
    const { data: { user: caller }, error } = await auth.auth.getUser();
    if (!error && caller) isAuthorized = true;
  }
  if (!isAuthorized) return new Response('Unauthorized', { status: 401 });
  const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  await db.from('profiles').delete().eq('gone', true);
  return new Response('ok');
});

// file: supabase/functions/lenient/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

// endpoint: ALL /functions/v1/lenient absent OPTIONAL (whoever says so is let in as well)
Deno.serve(async (req) => {
  const authHeader = req.headers.get('Authorization');
  let isAuthorized = false;
  const auth = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_ANON_KEY')!, { global: { headers: { Authorization: authHeader! } } });
  const { data: { user: caller } } = await auth.auth.getUser();
  if (caller || req.headers.get('X-Internal') === 'yes') isAuthorized = true;
  if (!isAuthorized) return new Response('Unauthorized', { status: 401 });
  const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  await db.from('profiles').delete().eq('gone', true);
  return new Response('ok');
});

// file: supabase/functions/page/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

// endpoint: ALL /functions/v1/page absent OPTIONAL (what is published is for everybody)
Deno.serve(async (req) => {
  const { slug } = await req.json();
  let isOwner = false;
  const auth = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_ANON_KEY')!);
  const { data: { user } } = await auth.auth.getUser((req.headers.get('Authorization') ?? '').replace('Bearer ', ''));
  if (user) isOwner = true;
  const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { data: page, error } = await db.from('pages').select('*').eq('slug', slug).maybeSingle();
  if (error) throw error;
  if (!page || (!isOwner && !page.published)) return new Response('Not found', { status: 403 });
  await db.from('views').insert({ slug });
  return Response.json(page);
});
