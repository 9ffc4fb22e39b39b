import { defineLibrary } from '../model/library';

/** Supabase edge functions: one folder each under `supabase/functions`, `_shared` left out. */
export default defineLibrary({
  id: 'supabase-edge',
  title: 'Supabase edge functions',
  packages: [],
  runsIn: 'platform',
  setsEnv: /^SUPABASE_(URL|ANON_KEY|SERVICE_ROLE_KEY|DB_URL|PUBLISHABLE_KEYS?|SECRET_KEYS?|JWKS)$/,
  aliases: {
    'supabaseEdge#ctx.supabase': 'supabase#userClient',
    'supabaseEdge#ctx.supabaseAdmin': 'supabase#client',
  },
  calls: {
    // Refuses with 401 before the handler runs; a list of modes is as strict as its weakest. Publishable keys are public.
    '@supabase/server#withSupabase': {
      guard: {
        kind: 'authentication',
        levels: { option: 'auth', of: { user: 'AUTHENTICATED', secret: 'SECRET', publishable: 'PRESENCE_ONLY', none: 'NONE' } },
      },
      callbacks: [{ args: [1], params: ['web#request', 'supabaseEdge#ctx'] }],
    },
    'global#Deno.serve': { callbacks: [{ args: 'all', params: ['web#request'] }] },
    'deno.land/std/http/server.ts#serve': { callbacks: [{ args: [0], params: ['web#request'] }] },
  },
  fileRoutes: [
    {
      // The command line takes no other names of functions.
      pattern: /(?:^|\/)supabase\/functions\/([A-Za-z][\w-]*)\/index\.[jt]sx?$/,
      shape: 'call',
      path: (match) => `/functions/v1/${match[1]}`,
      entry: 'http',
      params: ['web#request'],
      callees: ['global#Deno.serve', 'deno.land/std/http/server.ts#serve'],
    },
  ],
  provides: { http: { 'body-limit': { presence: 'unknown', reason: 'the platform decides how large a request may be' } } },
  idioms: { attach: 'statements' },
  rejection: () => 'handled-by-framework',
});
