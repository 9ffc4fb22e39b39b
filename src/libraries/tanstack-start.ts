import { defineLibrary, type CallRole } from '../model/library';

const packages = ['@tanstack/react-start', '@tanstack/solid-start', '@tanstack/start'];
const routers = ['@tanstack/react-router', '@tanstack/solid-router', ...packages];
const servers = packages.flatMap((name) => [`${name}/server`, name]);
const params = ['tanstack#call'];

function of<T>(names: readonly string[], member: string, value: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [`${name}#${member}`, value]));
}

const startMiddleware: CallRole = { builder: { step: 'start' } };

/**
 * TanStack Start. Run with 1.169.5: middleware of a function runs in order, that of its middleware first; one that throws
 * or does not call `next` keeps the handler from running; a validator that gives back what it is given checks nothing; a
 * builder is shared by what is made from it. `beforeLoad` and loaders of routes run in neither case. Older releases call the
 * validator `inputValidator` and have server routes in `createServerFileRoute().methods`.
 */
export default defineLibrary({
  id: 'tanstack-start',
  title: 'TanStack Start',
  packages,
  aliases: {
    ...of(packages, 'createServerFn()', 'tanstack#fn'),
    ...of(packages, 'createMiddleware()', 'tanstack#middleware'),
    ...Object.fromEntries(
      ['middleware', 'validator', 'inputValidator', 'type', 'client', 'server'].flatMap((step) => [
        [`tanstack#fn.${step}()`, 'tanstack#fn'],
        [`tanstack#middleware.${step}()`, 'tanstack#middleware'],
      ]),
    ),
    ...of(routers, 'createFileRoute()', 'tanstack#fileRoute'),
    ...of(packages, 'createServerFileRoute()', 'tanstack#serverRoute'),
    ...of(servers, 'getRequest()', 'web#request'),
    ...of(servers, 'getWebRequest()', 'web#request'),
    ...of(servers, 'getRequestHeaders()', 'tanstack#headers'),
    ...of(servers, 'getHeaders()', 'tanstack#headers'),
    ...of(servers, 'useSession()', 'tanstack#session'),
    ...of(servers, 'getSession()', 'tanstack#session'),
    'tanstack#call.request': 'web#request',
    'tanstack#call.context': 'tanstack#context',
    'tanstack#call.data': 'tanstack#data',
    'tanstack#context.supabase': 'supabase#userClient',
  },
  // On the server a call of such a function runs what it was made with.
  memoises: { 'tanstack#fn.handler': 0 },
  calls: {
    ...of(packages, 'createServerFn', { builder: { step: 'start', method: 'GET', methodOption: 'method' } } as CallRole),
    ...of(packages, 'createMiddleware', startMiddleware),
    ...of(packages, 'createStart', { packageMiddleware: { requestMiddleware: 'all', functionMiddleware: 'rpc' } } as CallRole),
    ...of(packages, 'registerGlobalMiddleware', { packageMiddleware: { middleware: 'rpc' } } as CallRole),
    'tanstack#fn.middleware': { builder: { step: 'use' } },
    'tanstack#fn.validator': { builder: { step: 'input' } },
    'tanstack#fn.inputValidator': { builder: { step: 'input' } },
    'tanstack#fn.type': { builder: { step: 'meta' } },
    'tanstack#fn.handler': { builder: { step: 'end', answers: true }, callbacks: [{ args: [0], params }] },
    'tanstack#middleware.middleware': { builder: { step: 'use' } },
    'tanstack#middleware.server': { builder: { step: 'use' }, callbacks: [{ args: [0], params }] },
    'tanstack#middleware.client': { builder: { step: 'meta' } },
    'tanstack#middleware.validator': { builder: { step: 'input' } },
    'tanstack#middleware.inputValidator': { builder: { step: 'input' } },
    'tanstack#fileRoute': { methodTable: { option: 'server.handlers', middleware: 'server.middleware', params } },
    'tanstack#serverRoute.methods': { methodTable: { option: '', params } },
    ...of(servers, 'setCookie', { cookie: 0 } as CallRole),
    ...of(packages, 'createCsrfMiddleware', { guard: { kind: 'csrf' } } as CallRole),
    ...of(packages, 'json', { reply: { body: 0, status: { option: { arg: 1, name: 'status' } }, format: 'json' } } as CallRole),
    // Run with 1.170: both give what is to be thrown.
    ...of(routers, 'redirect', {
      leaves: 'redirect',
      interrupts: { by: 'thrown' },
      sinks: [{ category: 'redirect', arg: 'option:href' }],
    } as CallRole),
    ...of(routers, 'notFound', { leaves: 'not-found', interrupts: { by: 'thrown' } } as CallRole),
  },
  reads: {
    'tanstack#data': { input: 'arguments' },
    'tanstack#call.params': { input: 'params' },
    'tanstack#context.user': { identity: true },
    'tanstack#context.user.*': { identity: true },
    'tanstack#context.userId': { identity: true },
    'tanstack#context.session': { identity: true },
    'tanstack#context.session.*': { identity: true },
    'tanstack#context.auth.*': { identity: true },
    // Sealed with a password: nobody but the server can have written it.
    'tanstack#session.data.*': { identity: true },
    'tanstack#headers.*': { credential: true },
    'tanstack#headers.get()': { credential: true },
    ...of(servers, 'getRequestHeader()', { credential: true }),
    ...of(servers, 'getHeader()', { credential: true }),
    ...of(servers, 'getCookie()', { credential: true, cookie: true as const }),
  },
  answersMany: /(?:^|\/)routes\/(?:.*[./])?\$\.[jt]sx?$/,
  idioms: {
    rethrow: [
      {
        code: 'if ({{isRedirect}}({{error}})) throw {{error}};',
        from: { packages: ['@tanstack/react-router', '@tanstack/solid-router'], names: ['isRedirect'] },
        only: ['redirect'],
      },
      {
        code: 'if ({{isNotFound}}({{error}})) throw {{error}};',
        from: { packages: ['@tanstack/react-router', '@tanstack/solid-router'], names: ['isNotFound'] },
        only: ['not-found'],
      },
    ],
  },
  rejection: () => 'handled-by-framework',
});
