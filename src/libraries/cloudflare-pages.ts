import { defineLibrary, type FileRoute } from '../model/library';

const methods: Record<string, string[]> = {
  onRequest: ['ALL'],
  ...Object.fromEntries(
    ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options'].map((method) => [`onRequest${method}`, [method.toUpperCase()]]),
  ),
};

const place: Pick<FileRoute, 'shape' | 'entry' | 'params' | 'packages' | 'without'> = {
  shape: 'exports',
  entry: 'http',
  params: ['cloudflarePages#ctx'],
  packages: [],
  // Their functions lie in such a folder as well, and are found by what they call.
  without: { packages: ['firebase-functions', 'netlify-cli', '@netlify/functions'], despite: [] },
};

/** Functions of Cloudflare Pages: files in `functions/` beside the manifest. https://developers.cloudflare.com/pages/functions/routing/ */
export default defineLibrary({
  id: 'cloudflare-pages',
  title: 'Cloudflare Pages Functions',
  packages: [],
  runsIn: 'platform',
  aliases: {
    'cloudflarePages#ctx.request': 'web#request',
    'cloudflarePages#ctx.env': 'global#env',
    'cloudflarePages#ctx.data': 'app#locals',
  },
  types: {
    EventContext: 'cloudflarePages#ctx',
    '@cloudflare/workers-types#EventContext': 'cloudflarePages#ctx',
  },
  reads: { 'cloudflarePages#ctx.params': { input: 'params' } },
  fileRoutes: [
    {
      ...place,
      pattern: /^functions\/((?!(?:.*\/)?_middleware\.)[^]*)\.[cm]?[jt]sx?$/,
      path: (match) => `/${match[1]!.replace(/(?:^|\/)index$/, '')}`,
      exports: Object.fromEntries(Object.entries(methods).map(([name, of]) => [name, { methods: of }])),
    },
    // It runs in front of what lies beside and below it. https://developers.cloudflare.com/pages/functions/middleware/
    {
      ...place,
      pattern: /^functions\/(?:.*\/)?_middleware\.[cm]?[jt]sx?$/,
      path: () => '',
      exports: Object.fromEntries(Object.keys(methods).map((name) => [name, { guards: true }])),
    },
  ],
  provides: { http: { 'body-limit': { presence: 'unknown', reason: 'the platform decides how large a request may be' } } },
  idioms: { attach: 'statements' },
  rejection: () => 'handled-by-framework',
});
