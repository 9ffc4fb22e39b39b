import { defineLibrary, type CallRole } from '../model/library';

const params = ['express#req', 'express#res', 'express#next'];

function verb(method: string): CallRole {
  return { route: { methods: [method], path: 0, handlers: 1, params, errorHandlerArity: 4 } };
}

const use: CallRole = { mount: { prefix: 'arg0', handlers: 0, reach: 'before', params, errorHandlerArity: 4 } };
/** It runs for paths with the parameter that it names, and is given its value behind `next`. */
const parser: CallRole = { harmless: true, unboundedBy: ['limit'] };
const param: CallRole = { mount: { prefix: 'none', handlers: 1, reach: 'context', param: true }, callbacks: [{ args: [1], params }] };
const verbs = {
  get: verb('GET'),
  post: verb('POST'),
  put: verb('PUT'),
  patch: verb('PATCH'),
  delete: verb('DELETE'),
  all: { route: { ...verb('ALL').route!, passesOn: true } },
  head: verb('HEAD'),
  options: verb('OPTIONS'),
};

function on(receiver: string): Record<string, CallRole> {
  return Object.fromEntries([['use', use] as const, ...Object.entries(verbs)].map(([name, role]) => [`${receiver}.${name}`, role]));
}

function chained(): Record<string, CallRole> {
  return Object.fromEntries(
    Object.entries(verbs).map(([name, role]) => [
      `express#path.${name}`,
      { route: { ...role.route!, path: 'receiver' as const, handlers: 0 } },
    ]),
  );
}

/** Express 4 and 5. Layer calls ignore promises in 4; router 2 (Express 5) forwards rejections to `next`. */
const registering = /^(?:get|post|put|patch|delete|all|route|use)$/;

export default defineLibrary({
  id: 'express',
  title: 'Express',
  packages: ['express', 'express-promise-router'],
  runsIn: 'process',
  roots: ['express#app'],
  aliases: {
    'express#()': 'express#app',
    'express#application()': 'express#app',
    'express#Router()': 'express#router',
    'express-promise-router#()': 'express#router',
    'express#router.route()': 'express#path',
    'express#app.route()': 'express#path',
    'express#path.*()': 'express#path',
    'express#app.use()': 'express#app',
    'express#router.use()': 'express#router',
    // `app.get('setting')` gives a setting.
    ...Object.fromEntries(
      Object.keys(verbs).flatMap((name) => [
        [`express#router.${name}()`, 'express#router'],
        ...(name === 'get' ? [] : [[`express#app.${name}()`, 'express#app']]),
      ]),
    ),
    'express#res.*()': 'express#res',
  },
  types: {
    'express#Express': 'express#app',
    'express#Application': 'express#app',
    'express#Router': 'express#router',
    'express#IRouter': 'express#router',
    'express#Request': 'express#req',
    'express#Response': 'express#res',
    'express#NextFunction': 'express#next',
    'express#express.Request': 'express#req',
    'express-serve-static-core#Request': 'express#req',
    'express-serve-static-core#Response': 'express#res',
  },
  // Pieces of handlers, as they are put into documents and asked of others: nothing declares these names.
  globals: { req: 'express#req', res: 'express#res' },
  handlerShapes: [
    { params: ['req|request', 'res|response', 'next'], paths: params },
    { params: ['req|request', 'res|response'], paths: params },
    { params: ['err|error', 'req|request', 'res|response', 'next'], paths: ['caught#', ...params] },
    { params: ['app|application|expressApp|server|api'], paths: ['express#app'], registers: registering },
    { params: ['router|routes|route'], paths: ['express#router'], registers: registering },
  ],
  calls: {
    ...on('express#app'),
    ...on('express#router'),
    // https://expressjs.com/en/api.html#app.settings.table: it is `NODE_ENV`.
    'express#app.get': { ...verbs.get, environment: 'env' },
    ...chained(),
    'express#app.param': param,
    'express#router.param': param,
    'express-async-handler#': { catchesAsync: true },
    'async-middleware#wrap': { catchesAsync: true },
    'express-async-wrap#': { catchesAsync: true },
    // Run with 5.3: `Infinity` is no limit, and what is no number of bytes is refused when the parser is made.
    'express#json': parser,
    'express#urlencoded': parser,
    'express#raw': parser,
    'express#text': parser,
    'express#static': { harmless: true },
    'express#res.json': { reply: { body: 0, status: { chained: ['status', 'code'] }, format: 'json' } },
    'express#res.send': { reply: { body: 0, status: { chained: ['status'] }, format: 'any' }, sinks: [{ category: 'html', arg: 0 }] },
    'express#res.end': { reply: { body: 0, status: { chained: ['status'] }, format: 'text' }, sinks: [{ category: 'html', arg: 0 }] },
    'express#res.write': { sinks: [{ category: 'html', arg: 0 }] },
    'express#res.sendStatus': { reply: { body: 'none', status: { arg: 0 }, format: 'text' } },
    'express#res.cookie': { cookie: 0 },
    'express#res.render': { reply: { body: 1, format: 'html' } },
    'express#res.redirect': {
      reply: { body: 'none', status: { fixed: 302 }, format: 'redirect' },
      sinks: [
        { category: 'redirect', arg: 0 },
        { category: 'redirect', arg: 1 },
      ],
    },
    'express#res.sendFile': { reply: { body: 'none', format: 'any' }, sinks: [{ category: 'path', arg: 0, safeWhen: 'option:root' }] },
    'express#res.download': { reply: { body: 'none', format: 'any' }, sinks: [{ category: 'path', arg: 0, safeWhen: 'option:root' }] },
    'express#res.sendfile': { reply: { body: 'none', format: 'any' }, sinks: [{ category: 'path', arg: 0, safeWhen: 'option:root' }] },
    'express#res.writeHead': {
      sinks: [
        { category: 'redirect', arg: 'option:Location' },
        { category: 'redirect', arg: 'option:location' },
      ],
    },
    ...Object.fromEntries(
      ['set', 'header', 'setHeader'].map((name) => [
        `express#res.${name}`,
        { sinks: [{ category: 'redirect' as const, arg: 1, onlyWhen: 'arg0:location' as const }] },
      ]),
    ),
    'express#res.location': { sinks: [{ category: 'redirect', arg: 0 }] },
    'express#res.jsonp': { reply: { body: 0, format: 'json' } },
    'express#req.isAuthenticated': { byCookie: true, verify: { level: 'AUTHENTICATED', fails: 'false' } },
  },
  reads: {
    'express#req.path': { path: true },
    'express#req.url': { path: true },
    'express#req.originalUrl': { path: true },
    'express#req.baseUrl': { path: true },
    'express#req.route.path': { path: true },
    'express#req.body': { input: 'body' },
    'express#req.query': { input: 'query' },
    // What `parseurl` keeps of the address.
    'express#req._parsedUrl.query': { input: 'query' },
    'express#req.param()': { input: 'query' },
    'express#req.params': { input: 'params' },
    'express#req.headers': { input: 'headers' },
    'express#req.cookies': { input: 'cookies' },
    'express#req.headers.authorization': { credential: true },
    'express#req.headers.Authorization': { credential: true },
    'express#req.header()': { credential: true },
    'express#req.get()': { credential: true },
    'express#req.cookies.*': { credential: true, cookie: true },
    // https://github.com/expressjs/cookie-parser: false where the signature is not the server’s.
    'express#req.signedCookies.*': { identity: true, cookie: true },
    'express#req.user': { identity: true },
    // Where nothing has put anybody there, whoever reads on fails.
    'express#req.user.*': { identity: true, throwsIfMissing: 'unseen' },
    'express#req.session.*': { identity: true },
    'express#req.userId': { identity: true },
    'express#req.auth': { identity: true },
    'express#req.auth.*': { identity: true },
    'express#res.locals.user': { identity: true },
  },
  // Express 5 uses the `simple` query parser unless it is told otherwise.
  nestsQuery: (major) => major === undefined || major < 5,
  // body-parser: 100 kB by default.
  provides: {
    http: { 'body-limit': { presence: 'present', reason: 'the body parsers of Express refuse large bodies unless told otherwise' } },
  },
  idioms: { health: { at: 'server', code: ['{{on}}.get({{path}}, (_req, res) => {', ['res.json({{body}});'], '});'] } },
  waitsForAnswer: true,
  // https://expressjs.com/en/guide/using-middleware.html#middleware.router
  middleware: { leaves: 'router' },
  rejection: (major) => (major !== undefined && major < 5 ? 'lost' : 'handled-by-framework'),
  rejectionHandledBy: {
    anywhere: ['express-async-errors', '@awaitjs/express'],
    inFile: ['express-promise-router', 'express-async-router'],
  },
});
