import { defineLibrary, type CallRole } from '../model/library';

const params = ['astro#ctx'];
const identities = ['user', 'session', 'userId', 'auth', 'currentUser'];
const verifies: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'empty' } };
const redirect: CallRole = {
  reply: { body: 'none', status: { fixed: 302 }, format: 'redirect' },
  sinks: [{ category: 'redirect', arg: 0 }],
};

/**
 * Astro 4 to 6. From the source of 6.0.5: an endpoint is what a file of `src/pages` exports under the name of a method, `ALL`
 * takes the rest; `onRequest` runs before endpoints, pages and actions alike and answers by returning a response; an action
 * is reached at `/_actions/<name>`, its `input` is parsed before the handler, and without `input` it gets what was sent.
 */
export default defineLibrary({
  id: 'astro',
  title: 'Astro',
  packages: ['astro'],
  exposes: ['PUBLIC_'],
  aliases: {
    'astro#ctx.request': 'web#request',
    'astro#ctx.locals': 'app#locals',
    'app#locals.supabase': 'supabase#userClient',
    'app#locals.runtime.env': 'global#env',
    'astro:env/server#*': 'global#env.SECRET',
  },
  types: {
    'App.Locals': 'app#locals',
    'astro#APIContext': 'astro#ctx',
    'astro#ActionAPIContext': 'astro#ctx',
    'astro:actions#ActionAPIContext': 'astro#ctx',
  },
  calls: {
    'astro#ctx.cookies.set': { cookie: 0 },
    'astro:actions#defineAction': {
      route: {
        methods: ['POST'],
        path: 'export',
        handlers: 'option:handler',
        schemas: { arg: 0, options: ['input'] },
        entry: 'rpc',
        params: ['astro#input', 'astro#ctx'],
        answers: true,
      },
    },
    'astro:actions#ActionError': { reply: { body: 0, sent: ['message'], throws: true, format: 'json' } },
    'astro:middleware#defineMiddleware': { harmless: true, callbacks: [{ args: [0], params: ['astro#ctx', 'astro#next'] }] },
    'astro/middleware#defineMiddleware': { harmless: true, callbacks: [{ args: [0], params: ['astro#ctx', 'astro#next'] }] },
    'astro:middleware#sequence': { combines: 'all', callbacks: [{ args: 'all', params: ['astro#ctx', 'astro#next'] }] },
    'astro/middleware#sequence': { combines: 'all', callbacks: [{ args: 'all', params: ['astro#ctx', 'astro#next'] }] },
    'astro#ctx.redirect': redirect,
    'app#locals.auth': verifies,
    'app#locals.currentUser': verifies,
    'auth-astro/server#getSession': verifies,
    '@clerk/astro/server#clerkMiddleware': { harmless: true },
  },
  reads: {
    'astro#input': { input: 'arguments' },
    'astro#ctx.params': { input: 'params' },
    'astro#ctx.url.searchParams': { input: 'query' },
    'astro#ctx.url': { path: true },
    'astro#ctx.url.pathname': { path: true },
    'astro#ctx.originPathname': { path: true },
    'astro#ctx.cookies.get()': { credential: true, cookie: true },
    'astro#ctx.cookies.get().value': { credential: true, cookie: true },
    ...Object.fromEntries(
      identities.flatMap((name) => [
        [`app#locals.${name}`, { identity: true }],
        [`app#locals.${name}.*`, { identity: true, throwsIfMissing: name === 'user' }],
      ]),
    ),
  },
  answersMany: /(?:^|\/)pages\/.*\[\.\.\.[^/]*\][^/]*$/,
  fileRoutes: [
    {
      pattern: /^src\/pages\/(?!.*\/?_)(.*)\.[jt]s$/,
      shape: 'methods',
      path: (match) => `/${match[1]!.replace(/(?:^|\/)index$/, '')}`,
      entry: 'http',
      params,
      prerendered: 'prerender',
    },
    {
      pattern: /^src\/middleware(?:\/index)?\.[jt]s$/,
      shape: 'middleware',
      path: () => '',
      entry: 'http',
      params: ['astro#ctx', 'astro#next'],
    },
  ],
  // Read in 4.16 and 5.18 (core/app/middlewares, config schemas): forms of other origins are refused, since 5 unless it is turned off. Browsers ask before they send JSON.
  provides: {
    http: { csrf: { presence: 'present', reason: 'Astro refuses what forms of other origins send' } },
    rpc: {
      csrf: { presence: 'unknown', reason: 'Astro refuses what forms of other origins send unless its configuration says otherwise' },
    },
  },
  turnsOff: [
    {
      files: /^astro\.config\.[cm]?[jt]s$/,
      option: 'security.checkOrigin',
      kind: 'csrf',
      offBefore: { package: 'astro', major: 5, beside: 'adapter' },
    },
  ],
  rejection: () => 'handled-by-framework',
});
