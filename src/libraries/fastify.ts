import { defineLibrary, type CallRole } from '../model/library';

const params = ['fastify#request', 'fastify#reply'];
const hooks = { arg: 1, options: ['onRequest', 'preParsing', 'preValidation', 'preHandler'] };
// https://fastify.dev/docs/latest/Reference/Routes/#config
// Run with @fastify/rate-limit 10.3: with `global: false` it limits what asks for it here, and `false` turns it off for one route.
const settings = { arg: 1, option: 'config', guards: { rateLimit: { path: '@fastify/rate-limit#', kind: 'rate-limit' } } } as const;

// https://fastify.dev/docs/latest/Reference/Validation-and-Serialization/: the others are about answers and documentation.
const parts = { body: 'body', querystring: 'query', query: 'query', params: 'params', headers: 'headers' };

// Run with 5.12: what is no whole number is refused when the server is made. A route goes by its own.
const bodies = { option: 'bodyLimit', boundless: 'fastify#boundless' } as const;

function verb(method: string): CallRole {
  return {
    route: {
      methods: [method],
      path: 0,
      handlers: 1,
      hooks,
      settings,
      schemas: { arg: 1, options: ['schema'], parts },
      bodies: { ...bodies, arg: 1 },
      params,
    },
  };
}

/** Its logger is pino's; whether there is one, and which fields it leaves out, is told where the application is made. */
function logged(level: string): CallRole {
  return { log: { level, style: 'object-first', dropsRest: true, redacts: 'elsewhere', ofServer: true } };
}

/** Fastify 4 and 5. Hooks belong to their encapsulation context, whatever the order; children inherit them. */
export default defineLibrary({
  id: 'fastify',
  title: 'Fastify',
  packages: ['fastify'],
  runsIn: 'process',
  roots: ['fastify#app'],
  aliases: {
    'fastify#()': 'fastify#app',
    'fastify#fastify()': 'fastify#app',
    'fastify#app.withTypeProvider()': 'fastify#app',
    'fastify#app.register()': 'fastify#app',
    'fastify#app.get()': 'fastify#app',
    'fastify#app.post()': 'fastify#app',
    'fastify#reply.*()': 'fastify#reply',
    'fastify#app.log': 'fastify#log',
    'fastify#log.child()': 'fastify#log',
    'fastify#request.log': 'fastify#log',
  },
  types: {
    'fastify#FastifyInstance': 'fastify#app',
    'fastify#FastifyRequest': 'fastify#request',
    'fastify#FastifyReply': 'fastify#reply',
  },
  handlerShapes: [
    { params: ['request|req', 'reply|res'], paths: params },
    { params: ['fastify|app|instance|server', 'opts|options|_opts|_options|_'], paths: ['fastify#app'] },
    { params: ['fastify'], paths: ['fastify#app'] },
    { params: ['app|server|instance|api'], paths: ['fastify#app'], registers: /^(?:get|post|put|patch|delete|all|addHook)$/ },
  ],
  names: { fastify: 'fastify#app' },
  calls: {
    // https://fastify.dev/docs/latest/Reference/Logging/: off unless it is asked for.
    ...Object.fromEntries(
      ['fastify#', 'fastify#fastify'].map((name) => [
        name,
        {
          writesRequests: { options: ['logger', 'loggerInstance'], unless: 'disableRequestLogging' },
          boundsBodies: bodies,
        } satisfies CallRole,
      ]),
    ),
    'fastify#boundless': { harmless: true, unbounded: true },
    'fastify#reply.setCookie': { cookie: 0 },
    'fastify#reply.cookie': { cookie: 0 },
    'fastify#app.get': verb('GET'),
    'fastify#app.post': verb('POST'),
    'fastify#app.put': verb('PUT'),
    'fastify#app.patch': verb('PATCH'),
    'fastify#app.delete': verb('DELETE'),
    'fastify#app.head': verb('HEAD'),
    'fastify#app.options': verb('OPTIONS'),
    'fastify#app.all': verb('ALL'),
    'fastify#app.route': {
      route: {
        methods: 'option:method',
        path: 'option:url',
        handlers: 'option:handler',
        hooks: { ...hooks, arg: 0 },
        settings: { ...settings, arg: 0 },
        schemas: { arg: 0, options: ['schema'], parts },
        bodies: { ...bodies, arg: 0 },
        params,
      },
    },
    // Run with @fastify/cors 11.4: no origin is `*`, and so is `*` in a list.
    'fastify#app.register': {
      mount: { prefix: 'option:prefix', handlers: 0, reach: 'context', plugin: true, params: ['fastify#app'] },
      cors: { options: 1, given: '@fastify/cors#', standard: 'all', starInList: true, lists: true },
    },
    // https://fastify.dev/docs/latest/Reference/Decorators/
    'fastify#app.decorate': { decorates: { name: 0, value: 1 } },
    'fastify#app.addHook': {
      mount: {
        prefix: 'none',
        handlers: 1,
        reach: 'context',
        hookNames: ['onRequest', 'preParsing', 'preValidation', 'preHandler'],
        lateHooks: ['onSend', 'onResponse'],
        params,
      },
    },
    // https://github.com/fastify/fastify-plugin: it hands its function on.
    'fastify-plugin#': { callbacks: [{ args: [0], params: ['fastify#app'] }] },
    'fastify#app.setErrorHandler': { callbacks: [{ args: [0], params: ['caught#', ...params] }], formatsErrors: 0 },
    // https://fastify.dev/docs/latest/Reference/Reply/#errors: an `Error` goes to the error handler; the one of Fastify sends its message.
    'fastify#reply.send': {
      reply: { body: 0, status: { chained: ['code', 'status'] }, throwsErrors: true, format: 'any' },
      sinks: [{ category: 'html', arg: 0, onlyWhen: 'says:text/html' }],
    },
    'fastify#reply.redirect': {
      reply: { body: 'none', status: { fixed: 302 }, format: 'redirect' },
      sinks: [
        { category: 'redirect', arg: 0 },
        { category: 'redirect', arg: 1 },
      ],
    },
    'fastify#reply.sendFile': { reply: { body: 'none', format: 'any' }, sinks: [{ category: 'path', arg: 0 }] },
    'fastify#reply.unauthorized': { reply: { body: 0, status: { fixed: 401 }, format: 'json' } },
    'fastify#reply.forbidden': { reply: { body: 0, status: { fixed: 403 }, format: 'json' } },
    'fastify#request.jwtVerify': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    'fastify#app.authenticate': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    'fastify#app.auth': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    'fastify#app.verifyJWT': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    'fastify#app.csrfProtection': { guard: { kind: 'csrf' } },
    'fastify#app.rateLimit': { guard: { kind: 'rate-limit' } },
    'fastify#log.error': logged('error'),
    'fastify#log.warn': logged('warn'),
    'fastify#log.info': logged('info'),
    'fastify#log.debug': logged('debug'),
    'fastify#log.trace': logged('debug'),
    'fastify#log.fatal': logged('error'),
  },
  reads: {
    'fastify#request.url': { path: true },
    'fastify#request.originalUrl': { path: true },
    'fastify#request.routeOptions.url': { path: true },
    'fastify#request.routeOptions.config': { settings: true },
    'fastify#request.routeConfig': { settings: true },
    'fastify#request.context.config': { settings: true },
    'fastify#reply.context.config': { settings: true },
    'fastify#request.body': { input: 'body' },
    'fastify#request.query': { input: 'query' },
    'fastify#request.params': { input: 'params' },
    'fastify#request.headers': { input: 'headers' },
    'fastify#request.headers.authorization': { credential: true },
    'fastify#request.cookies.*': { credential: true, cookie: true },
    'fastify#request.user': { identity: true },
    'fastify#request.user.*': { identity: true },
    'fastify#request.session.*': { identity: true },
  },
  provides: {
    http: {
      'body-limit': { presence: 'present', reason: 'Fastify refuses bodies over 1 MiB unless told otherwise' },
    },
  },
  idioms: { health: { at: 'server', code: ['{{on}}.get({{path}}, async () => ({{body}}));'] } },
  rejection: () => 'handled-by-framework',
});
