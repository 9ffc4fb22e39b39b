import { defineLibrary } from '../model/library';

/** Supabase edge functions: one folder each under `supabase/functions`, `_shared` left out. */
export default defineLibrary({
  id: 'supabase-edge',
  title: 'Supabase edge functions',
  packages: [],
  calls: {
    'global#Deno.serve': { callbacks: [{ args: 'all', params: ['web#request'] }] },
    'deno.land/std/http/server.ts#serve': { callbacks: [{ args: [0], params: ['web#request'] }] },
  },
  fileRoutes: [
    {
      pattern: /(?:^|\/)supabase\/functions\/(?!_)([^/]+)\/index\.[jt]sx?$/,
      shape: 'call',
      path: (match) => `/functions/v1/${match[1]}`,
      entry: 'http',
      params: ['web#request'],
      callees: ['global#Deno.serve', 'deno.land/std/http/server.ts#serve'],
    },
  ],
  rejection: () => 'handled-by-framework',
});
