import { defineLibrary, type CallRole } from '../model/library';

const params = ['hono#c', 'hono#next'];
const verbs = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE', options: 'OPTIONS', query: 'QUERY', all: 'ALL' };
const apps = ['hono#app', 'hono#based'];

function on(app: string): Record<string, CallRole> {
  return {
    ...Object.fromEntries(
      Object.entries(verbs).map(([name, method]) => [
        `${app}.${name}`,
        { route: { methods: [method], path: 0, handlers: 1, params, ...(name === 'all' ? { passesOn: true } : {}) } },
      ]),
    ),
    [`${app}.on`]: { route: { methods: 'arg0', path: 1, handlers: 2, params } },
    [`${app}.openapi`]: {
      route: {
        methods: 'option:method',
        path: 'option:path',
        handlers: 1,
        hooks: { arg: 0, options: ['middleware'] },
        schemas: {
          arg: 0,
          options: ['request'],
          parts: { body: 'body', query: 'query', params: 'params', headers: 'headers', cookies: 'cookies' },
        },
        params,
      },
    },
    [`${app}.use`]: { mount: { prefix: 'arg0', handlers: 0, reach: 'before', params } },
    [`${app}.route`]: { mount: { prefix: 'arg0', handlers: 1, reach: 'before' } },
    // https://hono.dev/docs/api/routing#base-path: another view of the same routes.
    [`${app}.basePath`]: { ownPrefix: 'arg0', prefixesLater: true },
  };
}

function reply(body: number | 'none', format: 'json' | 'text' | 'html' | 'any'): CallRole {
  return { reply: { body, status: { arg: 1 }, format } };
}

/** What the parts of a request are called in front of a schema. */
const parts = { json: 'body', form: 'form', query: 'query', param: 'params', header: 'headers', cookie: 'cookies' };
/** `('json', schema)`: schemas of zod are asked by `parse`, or by what does the same. */
const checks: CallRole = { guard: { kind: 'validation', checks: { part: 0, schema: 1, by: 'parse', parts } } };
const authenticates: CallRole = { guard: { kind: 'authentication', level: 'AUTHENTICATED' } };

/** Hono 4. `use` patterns without a wildcard cover one path; middleware of a sub-app also runs for later routes below its prefix. */
export default defineLibrary({
  id: 'hono',
  title: 'Hono',
  packages: ['hono', '@hono/zod-openapi'],
  roots: apps,
  aliases: {
    'hono#Hono()': 'hono#app',
    'hono/quick#Hono()': 'hono#app',
    'hono/tiny#Hono()': 'hono#app',
    '@hono/zod-openapi#OpenAPIHono()': 'hono#app',
    'hono/factory#createFactory().createApp()': 'hono#app',
    'hono/factory#createFactory()': 'hono#factory',
    'hono#factory.createApp()': 'hono#app',
    ...Object.fromEntries(
      apps.flatMap((app) =>
        [...Object.keys(verbs), 'on', 'use', 'route', 'openapi', 'onError', 'notFound', 'doc'].map((name) => [`${app}.${name}()`, app]),
      ),
    ),
    'hono#app.basePath()': 'hono#based',
    'hono#based.basePath()': 'hono#based',
    'hono#c.env': 'global#env',
    'hono/adapter#env()': 'global#env',
    'hono#c.req.raw': 'web#request',
    'hono#c.req.json()': 'web#body',
    'hono#c.req.parseBody()': 'web#form',
    'hono#c.req.formData()': 'web#form',
    'hono#c.req.text()': 'web#rawBody',
    // https://hono.dev/docs/guides/validation: what the validators of a route have let through.
    "hono#c.req.valid('json')": 'hono#valid.json',
    "hono#c.req.valid('form')": 'hono#valid.form',
    "hono#c.req.valid('query')": 'hono#valid.query',
    "hono#c.req.valid('param')": 'hono#valid.param',
    "hono#c.get('user')": 'hono#c.var.user',
    "hono#c.get('userId')": 'hono#c.var.userId',
    "hono#c.get('session')": 'hono#c.var.session',
    "hono#c.get('auth')": 'hono#c.var.auth',
    "hono#c.get('jwtPayload')": 'hono#c.var.jwtPayload',
    "hono#c.get('clerkAuth')": 'hono#c.var.auth',
  },
  types: {
    'hono#Hono': 'hono#app',
    'hono#Context': 'hono#c',
    'hono#Next': 'hono#next',
  },
  handlerShapes: [
    { params: ['c|ctx|context', 'next'], paths: params },
    { params: ['c'], paths: params },
    { params: ['app|router|api|server'], paths: ['hono#app'], registers: /^(?:get|post|put|patch|delete|all|on|use|route)$/ },
  ],
  calls: {
    'hono/cookie#setCookie': { cookie: 1 },
    'hono/cookie#setSignedCookie': { cookie: 1 },
    ...on('hono#app'),
    ...on('hono#based'),
    '@hono/zod-openapi#createRoute': { describes: true },
    'hono/factory#createMiddleware': { callbacks: [{ args: [0], params }] },
    'hono#factory.createMiddleware': { callbacks: [{ args: [0], params }] },
    'hono#factory.createHandlers': { callbacks: [{ args: 'all', params }] },
    'hono/combine#every': { combines: 'all', callbacks: [{ args: 'all', params }] },
    'hono/combine#some': { combines: 'any', callbacks: [{ args: 'all', params }] },
    'hono/combine#except': { combines: 'except', callbacks: [{ args: 'all', params }] },
    'hono/bearer-auth#bearerAuth': { guard: { kind: 'authentication', level: 'SECRET' } },
    'hono/basic-auth#basicAuth': authenticates,
    'hono/jwt#jwt': authenticates,
    'hono/jwk#jwk': authenticates,
    'hono/jwt#verify': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    'hono/jwt#verifyWithJwks': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    '@hono/auth-js#verifyAuth': authenticates,
    '@hono/auth-js#initAuthConfig': { harmless: true },
    '@hono/clerk-auth#clerkMiddleware': { harmless: true },
    '@hono/clerk-auth#getAuth': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    '@hono/firebase-auth#verifyFirebaseAuth': authenticates,
    '@hono/oidc-auth#oidcAuthMiddleware': authenticates,
    '@hono/oidc-auth#getAuth': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    'hono/csrf#csrf': { guard: { kind: 'csrf' } },
    // Run with 4.13: no origin is `*`, also with credentials, which browsers refuse.
    'hono/cors#cors': { guard: { kind: 'cors' }, cors: { options: 0, standard: 'all', lists: true } },
    'hono/logger#logger': { guard: { kind: 'logging' } },
    'hono-pino#pinoLogger': { guard: { kind: 'logging' } },
    'hono/secure-headers#secureHeaders': { guard: { kind: 'headers' } },
    'hono/body-limit#bodyLimit': { guard: { kind: 'body-limit' }, unboundedBy: ['maxSize'] },
    'hono/compress#compress': { harmless: true },
    'hono/etag#etag': { harmless: true },
    'hono/timeout#timeout': { harmless: true },
    'hono/timing#timing': { harmless: true },
    'hono/request-id#requestId': { harmless: true },
    'hono/pretty-json#prettyJSON': { harmless: true },
    'hono/context-storage#contextStorage': { harmless: true },
    'hono/cache#cache': { harmless: true },
    'hono/trailing-slash#trimTrailingSlash': { harmless: true },
    'hono/ip-restriction#ipRestriction': { guard: { kind: 'authentication', level: 'SECRET' } },
    '@hono/node-server/serve-static#serveStatic': { harmless: true },
    '@hono/zod-validator#zValidator': checks,
    '@hono/valibot-validator#vValidator': { guard: { kind: 'validation' } },
    '@hono/arktype-validator#arktypeValidator': { guard: { kind: 'validation' } },
    '@hono/standard-validator#sValidator': checks,
    'hono/validator#validator': { guard: { kind: 'validation' } },
    'hono-rate-limiter#rateLimiter': { guard: { kind: 'rate-limit' } },
    'hono#c.json': reply(0, 'json'),
    'hono#c.text': reply(0, 'text'),
    'hono#c.html': { ...reply(0, 'html'), sinks: [{ category: 'html', arg: 0 }] },
    'hono#c.body': reply(0, 'any'),
    'hono#c.newResponse': reply(0, 'any'),
    'hono#c.notFound': { reply: { body: 'none', status: { fixed: 404 }, format: 'text' } },
    'hono#c.redirect': { reply: { body: 'none', status: { fixed: 302 }, format: 'redirect' }, sinks: [{ category: 'redirect', arg: 0 }] },
    'hono/http-exception#HTTPException': { reply: { body: 1, sent: ['message', 'res'], status: { arg: 0 }, throws: true, format: 'any' } },
  },
  reads: {
    'hono#valid.json': { input: 'body', checked: 'json' },
    'hono#valid.form': { input: 'form', checked: 'form' },
    'hono#valid.query': { input: 'query', checked: 'query' },
    'hono#valid.param': { input: 'params', checked: 'param' },
    'hono#c.req.query()': { input: 'query' },
    'hono#c.req.queries()': { input: 'query' },
    'hono#c.req.param()': { input: 'params' },
    'hono#c.req.header()': { credential: true },
    'hono/cookie#getCookie()': { credential: true, cookie: true },
    'hono#c.req.path': { path: true },
    'hono#c.req.url': { path: true },
    'hono#c.var.user': { identity: true },
    'hono#c.var.user.*': { identity: true },
    'hono#c.var.userId': { identity: true },
    'hono#c.var.session': { identity: true },
    'hono#c.var.session.*': { identity: true },
    'hono#c.var.auth': { identity: true },
    'hono#c.var.auth.*': { identity: true },
    'hono#c.var.jwtPayload': { identity: true },
    'hono#c.var.jwtPayload.*': { identity: true },
    'hono/cookie#getSignedCookie()': { identity: true, cookie: true },
  },
  middleware: { exactPaths: true },
  idioms: {
    health: { at: 'server', code: ['{{on}}.get({{path}}, (c) => c.json({{body}}));'] },
    rethrow: [
      {
        code: 'if ({{error}} instanceof {{HTTPException}}) throw {{error}};',
        from: { packages: ['hono'], module: 'hono/http-exception', names: ['HTTPException'] },
      },
    ],
  },
  rejection: () => 'handled-by-framework',
});
