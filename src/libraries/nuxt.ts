import { defineLibrary, type CallRole } from '../model/library';

const modules = ['h3#', 'nitro/h3#', 'nitro/deps/h3#', 'nitropack/runtime#', 'nitro#'];
/** What Nitro lets servers use without an import, too. */
const shared = [
  'defineEventHandler',
  'eventHandler',
  'defineCachedEventHandler',
  'cachedEventHandler',
  'defineLazyEventHandler',
  'defineHandler',
  'createError',
  'sendRedirect',
  'sendError',
  'readBody',
  'readRawBody',
  'readFormData',
  'readMultipartFormData',
  'readValidatedBody',
  'getQuery',
  'getValidatedQuery',
  'getRouterParam',
  'getRouterParams',
  'getValidatedRouterParams',
  'getHeader',
  'getHeaders',
  'getRequestHeader',
  'getRequestHeaders',
  'getCookie',
  'setCookie',
  'parseCookies',
  'getRequestURL',
  'getRequestPath',
  'toWebRequest',
  'useSession',
  'getSession',
  'useRuntimeConfig',
  'requireUserSession',
  'getUserSession',
  'setResponseStatus',
];
// What Nuxt's module for Supabase writes stands for h3, as all that it generates.
const authModules = ['#auth#', 'h3#', 'nuxt-auth-utils#'];
const params = ['h3#event'];

function of<T>(name: string, value: T, from: readonly string[] = ['h3#']): Record<string, T> {
  return Object.fromEntries(from.map((module) => [`${module}${name}`, value]));
}

const handler: CallRole = {
  harmless: true,
  callbacks: [
    { args: [0], params },
    { args: [0], params, property: 'handler' },
    { args: [0], params, property: 'onRequest' },
  ],
  runs: 'handler',
  before: 'onRequest',
};
const verifies: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'empty' } };
const identities = ['user', 'session', 'userId', 'auth', 'currentUser'];

/** Address of a handler's file, without the method and the stage that its name may end in. */
function routePath(prefix: string, path: string): string {
  const clean = path.replace(/\.(?:dev|prod|prerender)$/, '').replace(/\.(?:connect|delete|get|head|options|patch|post|put|trace)$/, '');
  return `${prefix}/${clean}`.replace(/\/index$/, '').replace(/\([^/]*\)\//g, '') || '/';
}

function methodOf(match: RegExpMatchArray): string | undefined {
  return /\.(connect|delete|get|head|options|patch|post|put|trace)(?:\.(?:dev|prod|prerender))?$/.exec(match[2]!)?.[1]?.toUpperCase();
}

/**
 * Nuxt 3 and 4, Nitro and h3. Run with h3 1.15.11 (nitropack 2.13.6): middleware that throws or gives back a value ends the
 * request, one that gives nothing goes on; an error that `createError` makes and nobody throws does nothing; a session is an
 * object for callers without one as well (`getUserSession` of nuxt-auth-utils 0.5.30), only its user tells. What is thrown
 * with `createError` is answered with its message, statusMessage and data, its cause is not.
 */
export default defineLibrary({
  id: 'nuxt',
  title: 'Nuxt and Nitro',
  packages: ['h3', 'nuxt', 'nitropack', 'nitro'],
  // `trapUnhandledNodeErrors` of nitropack 2.13.
  outlivesErrors: true,
  generated: /^#(?:imports|supabase\/server)$/,
  globals: { ...Object.fromEntries(shared.map((name) => [name, `h3#${name}`])), defineNuxtConfig: 'global#defineNuxtConfig' },
  aliases: {
    ...Object.fromEntries(modules.slice(1).flatMap((module) => shared.map((name) => [`${module}${name}`, `h3#${name}`]))),
    'h3#toWebRequest()': 'web#request',
    'h3#event.req': 'web#request',
    'h3#readFormData()': 'web#form',
    'h3#useSession()': 'h3#session',
    'h3#getSession()': 'h3#session',
    'h3#getUserSession()': 'h3#userSession',
    'nuxt-auth-utils#getUserSession()': 'h3#userSession',
    'h3#useRuntimeConfig()': 'global#env',
    'h3#event.node.req': 'h3#node',
    'h3#event.context.supabase': 'supabase#userClient',
    ...of('serverSupabaseClient()', 'supabase#userClient'),
    ...of('serverSupabaseServiceRole()', 'supabase#adminClient'),
  },
  types: { 'h3#H3Event': 'h3#event', H3Event: 'h3#event' },
  calls: {
    ...Object.fromEntries(
      ['nuxt/config#defineNuxtConfig', 'global#defineNuxtConfig'].map((name) => [name, { packageModules: 'modules' } satisfies CallRole]),
    ),
    // Read in nuxt-csurf 1.6: DELETE is not among the methods that it protects.
    'nuxt-csurf#': { guard: { kind: 'csrf', methods: ['POST', 'PUT', 'PATCH'] } },
    'h3#setCookie': { cookie: 1 },
    ...Object.fromEntries(
      ['defineEventHandler', 'eventHandler', 'defineCachedEventHandler', 'cachedEventHandler', 'defineHandler'].map((name) => [
        `h3#${name}`,
        handler,
      ]),
    ),
    'h3#createError': {
      reply: {
        body: 0,
        sent: ['message', 'statusMessage', 'data'],
        status: { option: { arg: 0, name: 'statusCode' } },
        throws: true,
        format: 'json',
      },
    },
    'h3#HTTPError': {
      reply: {
        body: 0,
        sent: ['message', 'statusText', 'data', 'body'],
        status: { option: { arg: 0, name: 'status' } },
        throws: true,
        format: 'json',
      },
    },
    'h3#sendError': { reply: { body: 'none', format: 'json' } },
    'h3#sendRedirect': { reply: { body: 'none', status: { arg: 2 }, format: 'redirect' }, sinks: [{ category: 'redirect', arg: 1 }] },
    'h3#requireUserSession': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    ...of('requireUserSession', { verify: { level: 'AUTHENTICATED', fails: 'throws' } } as CallRole, authModules),
    ...of('getServerSession', verifies, authModules),
    ...of('getToken', verifies, ['#auth#']),
    ...of('serverSupabaseUser', verifies, authModules),
    ...of('serverSupabaseSession', { verify: { level: 'PRESENCE_ONLY', fails: 'empty' } } as CallRole, authModules),
    'h3#event.context.auth': verifies,
  },
  reads: {
    'h3#readBody()': { input: 'body' },
    'h3#readValidatedBody()': { input: 'body', checked: true },
    'h3#readMultipartFormData()': { input: 'form' },
    'h3#getQuery()': { input: 'query' },
    'h3#getValidatedQuery()': { input: 'query', checked: true },
    'h3#getRouterParam()': { input: 'params' },
    'h3#getRouterParams()': { input: 'params' },
    'h3#event.context.params': { input: 'params' },
    'h3#event.path': { path: true },
    'h3#event.url.pathname': { path: true },
    'h3#node.url': { path: true },
    'h3#getRequestURL()': { path: true },
    'h3#getRequestURL().pathname': { path: true },
    'h3#getRequestPath()': { path: true },
    'h3#node.headers': { input: 'headers' },
    'h3#node.headers.authorization': { credential: true },
    ...Object.fromEntries(['getHeader', 'getRequestHeader'].map((name) => [`h3#${name}()`, { credential: true }])),
    'h3#getCookie()': { credential: true, cookie: true },
    'h3#getHeaders().*': { credential: true },
    'h3#getRequestHeaders().*': { credential: true },
    'h3#parseCookies().*': { credential: true, cookie: true },
    'h3#userSession.user': { identity: true },
    'h3#userSession.user.*': { identity: true, throwsIfMissing: true },
    // Sealed with a password: nobody but the server can have written it.
    'h3#session.data.*': { identity: true },
    ...Object.fromEntries(
      identities.flatMap((name) => [
        [`h3#event.context.${name}`, { identity: true }],
        [`h3#event.context.${name}.*`, { identity: true, throwsIfMissing: name === 'user' }],
      ]),
    ),
  },
  answersMany: /(?:^|\/)pages\/.*\[\.\.\.[^/]*\]\.vue$/,
  fileRoutes: [
    {
      pattern: /^(?:layers\/[^/]+\/)?(?:src\/)?server\/(api)\/(.*)\.[cm]?[jt]s$/,
      shape: 'default',
      path: (match) => routePath('/api', match[2]!),
      method: methodOf,
      entry: 'http',
      params,
      answers: true,
    },
    {
      pattern: /^(?:layers\/[^/]+\/)?(?:src\/)?server\/(routes)\/(.*)\.[cm]?[jt]s$/,
      shape: 'default',
      path: (match) => routePath('', match[2]!),
      method: methodOf,
      entry: 'http',
      params,
      answers: true,
    },
    {
      pattern: /^(?:src\/)?(routes)\/(.*)\.[cm]?[jt]s$/,
      packages: ['nitropack', 'nitro'],
      shape: 'default',
      path: (match) => routePath('', match[2]!),
      method: methodOf,
      entry: 'http',
      params,
      answers: true,
    },
    {
      pattern: /^(?:src\/)?(api)\/(.*)\.[cm]?[jt]s$/,
      packages: ['nitropack', 'nitro'],
      shape: 'default',
      path: (match) => routePath('/api', match[2]!),
      method: methodOf,
      entry: 'http',
      params,
      answers: true,
    },
    {
      pattern: /^(?:layers\/[^/]+\/)?(?:src\/)?server\/middleware\/.*\.[cm]?[jt]s$/,
      shape: 'middleware',
      path: () => '',
      entry: 'http',
      params,
    },
    {
      pattern: /^(?:src\/)?middleware\/.*\.[cm]?[jt]s$/,
      packages: ['nitropack', 'nitro'],
      shape: 'middleware',
      path: () => '',
      entry: 'http',
      params,
    },
  ],
  idioms: { rethrow: [{ code: 'if ({{isError}}({{error}})) throw {{error}};', from: { packages: ['h3'], names: ['isError'] } }] },
  rejection: () => 'handled-by-framework',
});
