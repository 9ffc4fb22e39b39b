import { defineLibrary, type CallRole } from '../model/library';

const params = ['koa#ctx', 'koa#next'];
// https://github.com/koajs/bodyparser#options: 1 MB for JSON and texts, 56 kB for forms, unless it is told otherwise.
const parser: CallRole = { harmless: true, unboundedBy: ['jsonLimit', 'formLimit', 'textLimit'] };
const use: CallRole = { mount: { prefix: 'arg0', handlers: 0, reach: 'before', params } };
const verbs = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  del: 'DELETE',
  head: 'HEAD',
  options: 'OPTIONS',
  all: 'ALL',
};

function router(path: string): Record<string, CallRole> {
  return Object.fromEntries(
    Object.entries(verbs).map(([name, method]) => [`${path}.${name}`, { route: { methods: [method], path: 0, handlers: 1, params } }]),
  );
}

/**
 * Koa 2 and 3 with @koa/router. Middleware of an application covers what is used after it; middleware of a router runs for
 * its own later routes alone, whatever other router is on the same prefix.
 */
export default defineLibrary({
  id: 'koa',
  title: 'Koa',
  packages: ['koa', '@koa/router', 'koa-router'],
  runsIn: 'process',
  roots: ['koa#app'],
  aliases: {
    'koa#()': 'koa#app',
    '@koa/router#()': 'koa#router',
    '@koa/router#Router()': 'koa#router',
    'koa-router#()': 'koa#router',
    'koa#app.use()': 'koa#app',
    'koa#router.use()': 'koa#router',
    'koa#router.prefix()': 'koa#router',
    // What a router hands to an application has its routes.
    'koa#router.routes()': 'koa#router',
    'koa#router.middleware()': 'koa#router',
    ...Object.fromEntries(Object.keys(verbs).map((name) => [`koa#router.${name}()`, 'koa#router'])),
    'koa#ctx.request.headers': 'koa#headers',
    'koa#ctx.request.header': 'koa#headers',
    'koa#ctx.headers': 'koa#headers',
    'koa#ctx.header': 'koa#headers',
    'koa#ctx.req.headers': 'koa#headers',
    'koa#ctx.request.get()': 'koa#ctx.get()',
    'koa#ctx.request.body': 'koa#body',
    'koa#ctx.request.query': 'koa#ctx.query',
    'koa#ctx.request.path': 'koa#ctx.path',
    'koa#ctx.request.url': 'koa#ctx.url',
    'koa#ctx.request.querystring': 'koa#ctx.querystring',
    'koa#ctx.request.rawBody': 'koa#body',
    'koa#ctx.req.body': 'koa#body',
    'koa#ctx.response': 'koa#ctx',
  },
  types: {
    'koa#Context': 'koa#ctx',
    'koa#ParameterizedContext': 'koa#ctx',
    'koa#DefaultContext': 'koa#ctx',
    'koa#Koa.Context': 'koa#ctx',
    'koa#Next': 'koa#next',
    '@koa/router#RouterContext': 'koa#ctx',
    'koa-router#RouterContext': 'koa#ctx',
    'koa#': 'koa#app',
    '@koa/router#': 'koa#router',
  },
  handlerShapes: [
    { params: ['ctx|context', 'next'], paths: params },
    { params: ['ctx'], paths: params },
    { params: ['app|server'], paths: ['koa#app'], registers: /^use$/ },
    { params: ['router|routes|route|api'], paths: ['koa#router'], registers: /^(?:get|post|put|patch|delete|del|all|use)$/ },
  ],
  calls: {
    'koa#ctx.cookies.set': { cookie: 0 },
    'koa#app.use': use,
    // https://github.com/koajs/route: parts of the path are given one by one.
    ...Object.fromEntries(
      Object.keys(verbs).map((name) => [
        `koa-route#${name}`,
        { callbacks: [{ args: [1], params: ['koa#ctx', 'koa#ctx.params.first', 'koa#ctx.params.second', 'koa#ctx.params.third'] }] },
      ]),
    ),
    'koa-send#': { sinks: [{ category: 'path', arg: 1, safeWhen: 'option:root' }] },
    'koa#router.use': use,
    ...router('koa#router'),
    '@koa/router#': { ownPrefix: 'option:prefix' },
    '@koa/router#Router': { ownPrefix: 'option:prefix' },
    'koa-router#': { ownPrefix: 'option:prefix' },
    'koa#router.prefix': { ownPrefix: 'arg0' },
    'koa#router.routes': { harmless: true },
    'koa#router.allowedMethods': { harmless: true },
    'koa#ctx.throw': {
      leaves: 'refusal',
      interrupts: { by: 'itself' },
      reply: { body: 1, status: { arg: 0 }, throws: true, format: 'text' },
    },
    'koa#ctx.assert': { asserts: 0, leaves: 'rethrow' },
    'koa#ctx.redirect': { reply: { body: 'none', status: { fixed: 302 }, format: 'redirect' }, sinks: [{ category: 'redirect', arg: 0 }] },
    'koa#ctx.isAuthenticated': { byCookie: true, verify: { level: 'AUTHENTICATED', fails: 'false' } },
    'koa-bodyparser#': parser,
    'koa-bodyparser#bodyParser': parser,
    '@koa/bodyparser#bodyParser': parser,
    'koa-body#': parser,
    'koa-body#koaBody': parser,
    'koa-compress#': { harmless: true },
    'koa-static#': { harmless: true },
    'koa-session#': { harmless: true, byCookie: true },
    'koa-conditional-get#': { harmless: true },
    'koa-etag#': { harmless: true },
    'koa-response-time#': { harmless: true },
    // Run with 5.0: with credentials, `*` and no origin at all send back the address of whoever asks.
    '@koa/cors#': { guard: { kind: 'cors' }, cors: { options: 0, standard: 'all', starReflects: true } },
    'koa-helmet#': { guard: { kind: 'headers' } },
    'koa-logger#': { guard: { kind: 'logging' } },
    'koa-pino-logger#': { guard: { kind: 'logging' } },
    'koa-morgan#': { guard: { kind: 'logging' } },
    'koa-ratelimit#': { guard: { kind: 'rate-limit' } },
    'koa2-ratelimit#RateLimit.middleware': { guard: { kind: 'rate-limit' } },
    'koa-csrf#': { guard: { kind: 'csrf' } },
    // https://github.com/koajs/jwt: with `passthrough` whoever fails goes on.
    'koa-jwt#': {
      guard: { kind: 'authentication', level: 'AUTHENTICATED', levels: { option: 'passthrough', of: { true: 'OPTIONAL' } } },
    },
    // https://github.com/Foxandxss/koa-unless: texts are compared, patterns tested, pairs are for their methods.
    'koa-jwt#().unless': { sparesPaths: 'path' },
    'koa-basic-auth#': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    'koa-passport#authenticate': {
      verify: { level: 'AUTHENTICATED', fails: 'replies' },
      guard: { kind: 'authentication', level: 'AUTHENTICATED' },
    },
    'koa-passport#initialize': { harmless: true },
    'koa-passport#session': { harmless: true, byCookie: true },
  },
  assignments: {
    'koa#ctx.body': { reply: { body: 0, format: 'any' } },
    'koa#ctx.status': { status: true },
  },
  reads: {
    'koa#body': { input: 'body' },
    'koa#ctx.query': { input: 'query' },
    'koa#ctx.querystring': { input: 'query' },
    'koa#ctx.params': { input: 'params' },
    'koa#headers': { input: 'headers' },
    'koa#headers.authorization': { credential: true },
    'koa#ctx.get()': { credential: true },
    'koa#ctx.cookies.get()': { credential: true, cookie: true },
    'koa#ctx.path': { path: true },
    'koa#ctx.url': { path: true },
    'koa#ctx.originalUrl': { path: true },
    'koa#ctx.state.user': { identity: true },
    'koa#ctx.state.user.*': { identity: true },
    'koa#ctx.session.*': { identity: true },
    'koa#ctx.state.auth': { identity: true },
    'koa#ctx.state.session': { identity: true },
    'koa#ctx.state.userId': { identity: true },
    'koa#ctx.user': { identity: true },
  },
  middleware: { staysInRouter: true },
  provides: {
    http: { 'body-limit': { presence: 'present', reason: 'the body parsers of Koa refuse bodies over 1 MB unless told otherwise' } },
  },
  // An application has no routes of its own: the router of the others has them.
  idioms: { health: { at: 'router', code: ['{{on}}.get({{path}}, (ctx) => {', ['ctx.body = {{body}};'], '});'] } },
  rejection: () => 'handled-by-framework',
});
