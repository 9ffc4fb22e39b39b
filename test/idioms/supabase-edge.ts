// packages: @supabase/supabase-js@2.45.0

// file: supabase/config.toml
project_id = "x"
[functions.e0]
verify_jwt = true
[functions.e1]
verify_jwt = false
[functions.e2]
verify_jwt = false
[functions.e3]
verify_jwt = false
[functions.e4]
verify_jwt = false
[functions.e5]
verify_jwt = false
[functions.e6]
verify_jwt = false
[functions.e7]
verify_jwt = false
[functions.e8]
verify_jwt = false
[functions.e9]
verify_jwt = false
[functions.e10]
verify_jwt = false
[functions.e11]
verify_jwt = false
[functions.e12]
verify_jwt = false
[functions.e13]
verify_jwt = false
[functions.e14]
verify_jwt = false
[functions.e15]
verify_jwt = false
[functions.e16]
verify_jwt = false
[functions.e17]
verify_jwt = false
[functions.e18]
verify_jwt = false
[functions.e19]
verify_jwt = false

// file: supabase/functions/_shared/auth.ts
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2';
export const corsHeaders = { 'Access-Control-Allow-Origin': '*' };
export const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
export async function getUser(req: Request) { const authHeader = req.headers.get('Authorization'); if (!authHeader) return null; const { data: { user }, error } = await admin.auth.getUser(authHeader.replace('Bearer ', '')); if (error || !user) return null; return user; }
export async function requireUser(req: Request) { const user = await getUser(req); if (!user) throw new Error('Unauthorized'); return user; }
export async function requireAuth(req: Request): Promise<{ user: any } | Response> { const user = await getUser(req); if (!user) return new Response('Unauthorized', { status: 401, headers: corsHeaders }); return { user }; }
export async function requireAdmin(req: Request) { const user = await requireUser(req); const { data } = await admin.from('user_roles').select('role').eq('user_id', user.id).eq('role', 'admin').maybeSingle(); if (!data) throw new Error('Forbidden'); return user; }
export const handler = (fn: any) => async (req: Request) => { if (req.method === 'OPTIONS') return new Response('ok', { headers: corsHeaders }); try { const user = await requireUser(req); return await fn(req, user); } catch (e) { return new Response(JSON.stringify({ error: e.message }), { status: 400 }); } };
export function userClient(req: Request) { return createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_ANON_KEY')!, { global: { headers: { Authorization: req.headers.get('Authorization')! } } }); }

// file: supabase/functions/e1/index.ts
// endpoint: ALL /functions/v1/e1 absent
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e10/index.ts
// endpoint: ALL /functions/v1/e10 absent
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { const supabase = userClient(req); const { data } = await supabase.auth.getUser(); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e11/index.ts
// endpoint: ALL /functions/v1/e11 absent PRESENCE_ONLY
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { const h = req.headers.get('Authorization'); if (!h) return new Response('x', { status: 401 }); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e12/index.ts
// endpoint: ALL /functions/v1/e12 absent
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { const { user_id } = await req.json(); if (!user_id) return new Response('x', { status: 401 }); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e13/index.ts
// endpoint: ALL /functions/v1/e13 present SECRET
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { if (req.headers.get('x-secret') !== Deno.env.get('CRON_SECRET')) return new Response('x', { status: 401 }); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e14/index.ts
// endpoint: ALL /functions/v1/e14 present AUTHENTICATED
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { const token = req.headers.get('Authorization')?.replace('Bearer ', ''); const { data: { user }, error: authError } = await admin.auth.getUser(token); if (authError || !user) { return new Response('x', { status: 401 }); } await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e15/index.ts
// endpoint: ALL /functions/v1/e15 absent (not awaited)
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { requireUser(req); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e16/index.ts
// endpoint: ALL /functions/v1/e16 present SECRET
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { const h = req.headers.get('Authorization'); if (h !== `Bearer ${Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')}`) return new Response('x', { status: 401 }); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e17/index.ts
// endpoint: ALL /functions/v1/e17 absent
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { let user = null; try { user = await requireUser(req); } catch { } await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e18/index.ts
// endpoint: ALL /functions/v1/e18 present AUTHENTICATED
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
async function handle(req: Request): Promise<Response> { const user = await getUser(req); if (!user) return new Response('x', { status: 401 }); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); } Deno.serve(handle);

// file: supabase/functions/e19/index.ts
// endpoint: ALL /functions/v1/e19 absent
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { const token = req.headers.get('Authorization')!.split(' ')[1]; const payload = JSON.parse(atob(token.split('.')[1])); if (!payload.sub) return new Response('x', { status: 401 }); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e2/index.ts
// endpoint: ALL /functions/v1/e2 present AUTHENTICATED
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
serve(async (req) => { if (req.method === 'OPTIONS') return new Response('ok'); try { const authHeader = req.headers.get('Authorization')!; const { data: { user } } = await admin.auth.getUser(authHeader.replace('Bearer ', '')); if (!user) throw new Error('no'); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); } catch (e) { return new Response(e.message, { status: 400 }); } });

// file: supabase/functions/e3/index.ts
// endpoint: ALL /functions/v1/e3 present AUTHENTICATED
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { const user = await getUser(req); if (!user) return new Response('x', { status: 401 }); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e4/index.ts
// endpoint: ALL /functions/v1/e4 present AUTHENTICATED
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { const user = await requireUser(req); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e5/index.ts
// endpoint: ALL /functions/v1/e5 present AUTHENTICATED
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { const auth = await requireAuth(req); if (auth instanceof Response) return auth; await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e6/index.ts
// endpoint: ALL /functions/v1/e6 absent
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { const auth = await requireAuth(req); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e7/index.ts
// endpoint: ALL /functions/v1/e7 present ROLE
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { try { await requireAdmin(req); } catch (e) { return new Response('x', { status: 403 }); } await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });

// file: supabase/functions/e8/index.ts
// endpoint: ALL /functions/v1/e8 present AUTHENTICATED
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(handler(async (req, user) => { await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); }));

// file: supabase/functions/e9/index.ts
// endpoint: ALL /functions/v1/e9 present AUTHENTICATED
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2'; import { corsHeaders, admin, getUser, requireUser, requireAuth, requireAdmin, handler, userClient } from '../_shared/auth.ts'; import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
Deno.serve(async (req) => { const supabase = userClient(req); const { data, error } = await supabase.auth.getUser(); if (error || !data.user) return new Response('x', { status: 401 }); await admin.from('x').delete().eq('a', 1); return new Response('ok', { headers: corsHeaders }); });
