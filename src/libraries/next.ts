import { defineLibrary } from '../model/library';

/** URL path from the folders of an app router file: groups `(x)` and slots `@x` leave no trace. */
function appPath(folders: string): string {
  const segments = folders.split('/').filter((segment) => segment !== '' && !/^\(.*\)$/.test(segment) && !segment.startsWith('@'));
  return `/${segments.join('/')}`;
}

/** Next.js 13 to 16: route handlers, server actions, pages/api, middleware (proxy since 16). */
export default defineLibrary({
  id: 'next',
  title: 'Next.js',
  packages: ['next'],
  // `server/lib/start-server.js` of 14.2 and 15.5 writes them to the console.
  outlivesErrors: true,
  aliases: {
    'next/server#NextRequest()': 'web#request',
    'next/headers#headers()': 'next#headers',
    'next/headers#cookies()': 'next#cookies',
  },
  types: {
    'next/server#NextRequest': 'web#request',
    'next#NextApiRequest': 'express#req',
    'next#NextApiResponse': 'express#res',
  },
  calls: {
    'next#apiParser': { guard: { kind: 'body-limit' } },
    'next/server#NextResponse.json': { reply: { body: 0, status: { option: { arg: 1, name: 'status' } }, format: 'json' } },
    'next/server#NextResponse': {
      reply: { body: 0, status: { option: { arg: 1, name: 'status' } }, format: 'any' },
      sinks: [{ category: 'html', arg: 0, onlyWhen: 'says:text/html' }],
    },
    'next/server#NextResponse.redirect': {
      reply: { body: 'none', status: { fixed: 307 }, format: 'redirect' },
      sinks: [{ category: 'redirect', arg: 0 }],
    },
    'next#cookies.set': { cookie: 0 },
    '?.cookies.set': { cookie: 0 },
    // Read in 13.5 to 16.0: all of them throw; `forbidden` and `unauthorized` came with 15.1, `unstable_rethrow` with 15.0.
    'next/navigation#redirect': { leaves: 'redirect', interrupts: { by: 'itself' }, sinks: [{ category: 'redirect', arg: 0 }] },
    'next/navigation#permanentRedirect': {
      leaves: 'redirect',
      interrupts: { by: 'itself' },
      sinks: [{ category: 'redirect', arg: 0 }],
    },
    'next/navigation#notFound': { leaves: 'not-found', interrupts: { by: 'itself' } },
    'next/navigation#forbidden': { leaves: 'refusal', interrupts: { by: 'itself' } },
    'next/navigation#unauthorized': { leaves: 'refusal', interrupts: { by: 'itself' } },
    'next/navigation#unstable_rethrow': { leaves: 'rethrow' },
  },
  reads: {
    'next#headers.get()': { credential: true },
    'next#cookies.get()': { credential: true, cookie: true },
    'next#cookies.get().value': { credential: true, cookie: true },
    'next#ctx.params': { input: 'params' },
    'next#args': { input: 'arguments' },
    'next#page.params': { input: 'params' },
    'next#page.searchParams': { input: 'query' },
    'next#context.params': { input: 'params' },
    'next#context.query': { input: 'query' },
  },
  // https://nextjs.org/docs/app/api-reference/file-conventions/page, https://nextjs.org/docs/pages/api-reference/functions/get-server-side-props
  pageMakers: [
    { pattern: /^(?:src\/)?app\/(?:.*\/)?page\.[jt]sx?$/, exports: ['default', 'generateMetadata'], params: ['next#page'] },
    { exports: ['getServerSideProps'], params: ['next#context'], hands: 'props' },
  ],
  // https://nextjs.org/docs/app/api-reference/functions/use-router: addresses given to push and replace must be trusted; others sites are left for.
  page: {
    traces: { source: /\buseSearchParams\b|\buseRouter\b/, sink: /outer\s*\.\s*(?:push|replace)\b/ },
    reads: { 'next/navigation#useSearchParams()': 'text', 'next/router#useRouter().query': 'text' },
    calls: Object.fromEntries(
      ['next/navigation#useRouter()', 'next/router#useRouter()', 'next/router#default'].flatMap((router) =>
        ['push', 'replace'].map((method) => [`${router}.${method}`, [{ category: 'redirect' as const, arg: 0 }]]),
      ),
    ),
    attributes: { 'Link.href': { category: 'html', as: 'link' } },
  },
  answersMany: /\[{1,2}\.\.\.[^/]*\]{1,2}\/page\.|(?:^|\/)pages\/(?!api\/).*\[{1,2}\.\.\./,
  fileRoutes: [
    {
      pattern: /^(?:src\/)?app\/(.*?)\/?route\.[cm]?[jt]sx?$/,
      shape: 'methods',
      path: (match) => appPath(match[1] ?? ''),
      entry: 'http',
      params: ['web#request', 'next#ctx'],
    },
    {
      pattern: /^(?:src\/)?pages\/(api\/.*)\.[cm]?[jt]sx?$/,
      shape: 'default',
      path: (match) => `/${match[1]!.replace(/\/index$/, '')}`,
      entry: 'http',
      params: ['express#req', 'express#res'],
      // https://nextjs.org/docs/pages/building-your-application/routing/api-routes#custom-config: 1 MB unless told otherwise.
      inFront: { path: 'next#apiParser', name: 'the body parser of API routes', unless: { name: 'config', member: 'api.bodyParser' } },
    },
    {
      pattern: /^(?:src\/)?(?:middleware|proxy)\.[cm]?[jt]s$/,
      shape: 'middleware',
      path: () => '',
      entry: 'http',
      params: ['web#request'],
      // https://nextjs.org/docs/app/guides/authentication: "should not be your only line of defense"; GHSA-f82v-jwr5-mffw.
      optimistic: { package: 'next', bypassed: { fixedIn: ['12.3.5', '13.5.9', '14.2.25', '15.2.3'], advisory: 'CVE-2025-29927' } },
    },
    { pattern: /\.[cm]?[jt]sx?$/, shape: 'actions', path: () => '', entry: 'action', params: [], each: 'next#args' },
  ],
  // https://nextjs.org/docs/app/guides/data-security: actions compare Origin with Host and take bodies up to 1 MB.
  provides: {
    action: {
      'body-limit': { presence: 'present', reason: 'Next.js refuses actions over 1 MB unless told otherwise' },
      csrf: { presence: 'present', reason: 'Next.js compares the origin of actions with the host' },
    },
    http: { 'body-limit': { presence: 'unknown', reason: 'the platform decides how large a request may be' } },
  },
  // Since 16, builds lint nothing and the option is gone: https://nextjs.org/docs/15/app/api-reference/config/next-config-js/eslint.
  checkOptions: [
    { files: /^next\.config(?:\.[\w-]+)?\.[cm]?[jt]s$/, option: 'typescript.ignoreBuildErrors', check: 'types' },
    { files: /^next\.config(?:\.[\w-]+)?\.[cm]?[jt]s$/, option: 'eslint.ignoreDuringBuilds', check: 'lint', until: 16 },
  ],
  // https://nextjs.org/docs/app/api-reference/file-conventions/route
  idioms: {
    attach: 'statements',
    // https://nextjs.org/docs/app/api-reference/functions/unstable_rethrow; before it, what Next.js itself asks (files of 13.5 and 14.2).
    rethrow: [
      {
        code: '{{unstable_rethrow}}({{error}});',
        from: { packages: ['next'], module: 'next/navigation', names: ['unstable_rethrow'] },
        version: { package: 'next', since: 15 },
      },
      {
        code: 'if ({{isRedirectError}}({{error}})) throw {{error}};',
        from: { packages: ['next'], module: 'next/dist/client/components/redirect', names: ['isRedirectError'] },
        version: { package: 'next', since: 13, before: 15 },
        only: ['redirect'],
      },
      {
        code: 'if ({{isNotFoundError}}({{error}})) throw {{error}};',
        from: { packages: ['next'], module: 'next/dist/client/components/not-found', names: ['isNotFoundError'] },
        version: { package: 'next', since: 13, before: 15 },
        only: ['not-found'],
      },
    ],
    health: {
      at: 'file',
      below: /^(?:src\/)?app\/(?=(?:.*\/)?(?:route|page|layout)\.[cm]?[jt]sx?$)/,
      file: 'route',
      path: '/api/health',
      code: ['export function GET() {', ['return Response.json({{body}});'], '}'],
    },
  },
  rejection: () => 'handled-by-framework',
});
