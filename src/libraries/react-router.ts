import { defineLibrary, type CallRole } from '../model/library';

const packages = [
  'react-router',
  '@react-router/node',
  '@react-router/dev',
  '@react-router/cloudflare',
  '@react-router/serve',
  '@remix-run/node',
  '@remix-run/server-runtime',
  '@remix-run/cloudflare',
  '@remix-run/deno',
  '@remix-run/react',
  '@vercel/remix',
];

function of<T>(member: string, value: T): Record<string, T> {
  return Object.fromEntries(packages.map((name) => [`${name}#${member}`, value]));
}

/** Address of a flat route file: dots and folders part segments, `_x` leaves no trace, `$x` is a parameter. */
function flatPath(id: string): string {
  const segments = id
    .replace(/\/(?:route|index|_index|_route|_layout|layout)$/, '')
    .replace(/\+\//g, '.')
    .split(/[./](?![^[]*\])/)
    .filter((segment) => segment !== '' && !/^_|^index$/.test(segment))
    .map((segment) =>
      segment
        .replace(/_$/, '')
        .replace(/\[(.*?)\]/g, '$1')
        .replace(/^\((.*)\)$/, '$1'),
    )
    .map((segment) => (segment === '$' ? '*' : segment.replace(/^\$/, ':')));
  return `/${segments.join('/')}`;
}

/** Packages of applications that have a server; the router alone is used in pages as well. */
const servers = packages.filter((name) => name !== 'react-router' && name !== '@remix-run/react');
const exports = {
  loader: { methods: ['GET'] },
  // Read in 7.18: since 7.12 what is sent to a page is refused to other origins; routes without a page are not looked after.
  action: {
    methods: ['POST'],
    inFront: {
      path: 'reactRouter#ownOrigin',
      name: 'React Router',
      since: { packages: ['react-router', '@react-router/node', '@react-router/dev'], version: [7, 12] as const },
      beside: 'default',
    },
  },
  middleware: { guards: true },
  unstable_middleware: { guards: true },
};
// Loaders and actions that throw an answer give that.
const reply: CallRole = {
  interrupts: { by: 'thrown' },
  reply: { body: 0, status: { option: { arg: 1, name: 'status' } }, format: 'json' },
};

/**
 * React Router 7 in framework mode, and Remix. Run with react-router 7.18.5: loaders of a route and of those around it all
 * run, whatever one of them throws; an action runs before any loader; a loader or action is reached by itself as a resource;
 * `middleware` of a route runs before loaders and actions of the routes inside it, and keeps them from running by throwing.
 */
export default defineLibrary({
  id: 'react-router',
  title: 'React Router',
  packages,
  aliases: {
    'reactRouter#args.request': 'web#request',
    ...of('createCookieSessionStorage()', 'reactRouter#storage'),
    ...of('createSessionStorage()', 'reactRouter#storage'),
    'reactRouter#storage.getSession()': 'reactRouter#session',
  },
  // https://reactrouter.com/how-to/middleware: what middleware has set is read under the same context.
  variants: { 'reactRouter#args.context.get': [{ arg: 0, text: /user|account|auth(?!or)/i, value: 'reactRouter#known' }] },
  types: {
    ...of('LoaderFunctionArgs', 'reactRouter#args'),
    ...of('ActionFunctionArgs', 'reactRouter#args'),
    ...of('LoaderArgs', 'reactRouter#args'),
    ...of('ActionArgs', 'reactRouter#args'),
    ...of('DataFunctionArgs', 'reactRouter#args'),
  },
  calls: {
    ...of('redirect', { leaves: 'redirect', interrupts: { by: 'thrown' }, sinks: [{ category: 'redirect', arg: 0 }] } as CallRole),
    ...of('redirectDocument', { leaves: 'redirect', interrupts: { by: 'thrown' }, sinks: [{ category: 'redirect', arg: 0 }] } as CallRole),
    ...of('replace', { leaves: 'redirect', interrupts: { by: 'thrown' }, sinks: [{ category: 'redirect', arg: 0 }] } as CallRole),
    ...of('json', reply),
    ...of('data', reply),
    'global#Response': { interrupts: { by: 'thrown' } },
    'reactRouter#ownOrigin': { guard: { kind: 'csrf' } },
    // What says later who calls.
    'reactRouter#session.set': {
      deed: { does: 'issues-token', kept: true, named: /^(?:(?:current|auth)_?)?(?:user|account|member|customer|admin)(?:_?id)?$|^uid$/i },
    },
    '@react-router/dev/routes#route': { places: { path: 0, file: 1 } },
    '@react-router/dev/routes#index': { places: { file: 0 } },
    '@react-router/dev/routes#layout': { places: { file: 0 } },
    '@react-router/dev/routes#prefix': { places: { path: 0 } },
    'remix-auth#Authenticator().isAuthenticated': { verify: { level: 'AUTHENTICATED', fails: 'empty', throwsWith: ['failureRedirect'] } },
    'remix-auth#Authenticator().authenticate': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    '@clerk/react-router/ssr.server#getAuth': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    '@clerk/react-router/server#getAuth': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
  },
  reads: {
    'reactRouter#args.params': { input: 'params' },
    // Signed with the storage's secrets: nobody but the server can have written it.
    'reactRouter#session.get()': { identity: true },
    'reactRouter#session.has()': { identity: true },
    'reactRouter#session.data.*': { identity: true },
    'reactRouter#known': { identity: true },
    'reactRouter#known.*': { identity: true, throwsIfMissing: true },
    'reactRouter#args.context.user': { identity: true },
    'reactRouter#args.context.user.*': { identity: true, throwsIfMissing: true },
  },
  page: {
    traces: { source: /\buse(?:SearchParams|Location|Params)\b/ },
    reads: Object.fromEntries(
      [...packages, 'react-router-dom'].flatMap(
        (name) =>
          [
            [`${name}#useSearchParams().[0]`, 'text'],
            [`${name}#useLocation().search`, 'marks'],
            [`${name}#useLocation().hash`, 'marks'],
            [`${name}#useParams()`, 'text'],
          ] as const,
      ),
    ),
  },
  answersMany: /(?:^|\/)routes\/(?:.*[./])?\$\.[jt]sx?$/,
  fileRoutes: [
    {
      packages: servers,
      pattern: /^(?:src\/)?app\/routes\/(.*?)(?<!\.server|\.client)\.[jt]sx?$/,
      shape: 'exports',
      exports,
      path: (match) => flatPath(match[1]!),
      entry: 'http',
      params: ['reactRouter#args', 'reactRouter#next'],
      answers: true,
    },
    {
      packages: servers,
      pattern: /^(?:src\/)?app\/root\.[jt]sx?$/,
      shape: 'exports',
      exports,
      path: () => '/',
      entry: 'http',
      params: ['reactRouter#args', 'reactRouter#next'],
      answers: true,
    },
    // Other modules are routes where `routes.ts` places them.
    {
      packages: servers,
      pattern: /^(?:src\/)?app\/(?!routes\/|root\.|routes\.)(.*)\.[jt]sx?$/,
      shape: 'exports',
      exports,
      path: () => '',
      entry: 'http',
      params: ['reactRouter#args', 'reactRouter#next'],
      answers: true,
    },
  ],
  // What `redirect` gives is an answer of the platform (run with 7.18), and loaders that throw one answer with it.
  idioms: { rethrow: [{ code: 'if ({{error}} instanceof Response) throw {{error}};', only: ['redirect', 'answer'] }] },
  rejection: () => 'handled-by-framework',
});
