import { defineLibrary, type CallRole, type InterruptRole } from '../model/library';

/** URL path from the folders of a route: groups `(x)` leave no trace. */
function routePath(folders: string): string {
  return `/${folders
    .split('/')
    .filter((segment) => segment !== '' && !/^\(.*\)$/.test(segment))
    .join('/')}`;
}

const params = ['sveltekit#event'];
const identities = ['user', 'session', 'userId', 'account', 'currentUser', 'auth'];
/** They give what is to be thrown before version 2. */
const throwsItself: InterruptRole = { by: { package: '@sveltejs/kit', since: 2 } };
/** What people put on `locals` to ask who is calling. */
const asks = ['safeGetSession', 'auth', 'validate', 'getUser', 'validateUser', 'auth.validate', 'auth.validateUser'];
const verifies: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'empty' } };

/**
 * SvelteKit 1 and 2. From the source of 2.70.4: `handle` runs before every endpoint, action and load on the server; loads
 * of a page and its layouts run side by side, so what a layout's load refuses does not keep those below it, its actions or
 * `+server.ts` files from running; `error` and `redirect` throw by themselves since 2 and give what is thrown in 1.
 * Remote functions are still behind an experimental flag and are left out.
 */
export default defineLibrary({
  id: 'sveltekit',
  title: 'SvelteKit',
  packages: ['@sveltejs/kit'],
  exposes: ['PUBLIC_'],
  aliases: {
    'sveltekit#event.request': 'web#request',
    'sveltekit#handle.event': 'sveltekit#event',
    'sveltekit#event.locals': 'app#locals',
    '$app/server#getRequestEvent()': 'sveltekit#event',
    'app#locals.supabase': 'supabase#userClient',
    '$env/static/private#*': 'global#env.SECRET',
    '$env/dynamic/private#env': 'global#env',
    '$env/dynamic/public#env': 'global#env',
  },
  types: {
    'App.Locals': 'app#locals',
    '@sveltejs/kit#RequestEvent': 'sveltekit#event',
    '@sveltejs/kit#ServerLoadEvent': 'sveltekit#event',
  },
  calls: {
    'sveltekit#event.cookies.set': { cookie: 0 },
    '@sveltejs/kit#error': {
      leaves: 'refusal',
      interrupts: throwsItself,
      reply: { body: 1, status: { arg: 0 }, throws: true, format: 'any' },
    },
    '@sveltejs/kit#redirect': { leaves: 'redirect', interrupts: throwsItself, sinks: [{ category: 'redirect', arg: 1 }] },
    '@sveltejs/kit#fail': { reply: { body: 1, status: { arg: 0 }, format: 'json' } },
    '@sveltejs/kit#json': { reply: { body: 0, status: { option: { arg: 1, name: 'status' } }, format: 'json' } },
    '@sveltejs/kit#text': { reply: { body: 0, status: { option: { arg: 1, name: 'status' } }, format: 'text' } },
    '@sveltejs/kit/hooks#sequence': { combines: 'all', callbacks: [{ args: 'all', params: ['sveltekit#handle'] }] },
    ...Object.fromEntries(asks.map((name) => [`app#locals.${name}`, verifies])),
    // Read from a cookie and not verified on a server, in the helpers of Supabase.
    'app#locals.getSession': { verify: { level: 'PRESENCE_ONLY', fails: 'empty' } },
    '@auth/sveltekit#SvelteKitAuth': { harmless: true },
    'better-auth/svelte-kit#svelteKitHandler': { harmless: true },
  },
  reads: {
    'sveltekit#event.params': { input: 'params' },
    'sveltekit#event.url.searchParams': { input: 'query' },
    'sveltekit#event.url': { path: true },
    'sveltekit#event.url.pathname': { path: true },
    'sveltekit#event.route.id': { path: true },
    'sveltekit#event.cookies.get()': { credential: true, cookie: true },
    ...Object.fromEntries(
      identities.flatMap((name) => [
        [`app#locals.${name}`, { identity: true }],
        [`app#locals.${name}.*`, { identity: true, throwsIfMissing: name !== 'auth' }],
      ]),
    ),
  },
  answersMany: /(?:^|\/)routes\/.*\[{1,2}\.\.\.[^/]*\]{1,2}(?:\/.*)?\/\+(?:page|server)\b/,
  fileRoutes: [
    {
      pattern: /^src\/routes\/(.*?)\/?\+server\.[jt]s$/,
      shape: 'methods',
      path: (match) => routePath(match[1] ?? ''),
      entry: 'http',
      params,
      prerendered: 'prerender',
    },
    {
      pattern: /^src\/routes\/(.*?)\/?\+(?:page|layout)\.server\.[jt]s$/,
      shape: 'exports',
      exports: { load: { methods: ['GET'] }, actions: { members: true } },
      path: (match) => routePath(match[1] ?? ''),
      entry: 'http',
      params,
      answers: true,
      prerendered: 'prerender',
    },
    {
      pattern: /^src\/hooks\.server(?:\/index)?\.[jt]s$/,
      shape: 'middleware',
      path: () => '',
      entry: 'http',
      params: ['sveltekit#handle'],
    },
  ],
  // https://svelte.dev/docs/kit/configuration#csrf: what forms of other origins send is refused; browsers ask before they send anything else.
  provides: {
    http: {
      csrf: { presence: 'present', reason: 'SvelteKit refuses what forms of other origins send' },
      'body-limit': { presence: 'unknown', reason: 'the adapter or the platform decides how large a request may be' },
    },
  },
  turnsOff: ['csrf.checkOrigin', 'csrf.trustedOrigins'].map((option) => ({
    files: /^(?:svelte|vite)\.config\.[cm]?[jt]s$/,
    option,
    kind: 'csrf' as const,
  })),
  // Exports of 2.70; version 1 has neither.
  idioms: {
    rethrow: [
      {
        code: 'if ({{isRedirect}}({{error}})) throw {{error}};',
        from: { packages: ['@sveltejs/kit'], names: ['isRedirect'] },
        version: { package: '@sveltejs/kit', since: 2 },
        only: ['redirect'],
      },
      {
        code: 'if ({{isHttpError}}({{error}})) throw {{error}};',
        from: { packages: ['@sveltejs/kit'], names: ['isHttpError'] },
        version: { package: '@sveltejs/kit', since: 2 },
        only: ['answer', 'refusal'],
      },
    ],
  },
  rejection: () => 'handled-by-framework',
});
