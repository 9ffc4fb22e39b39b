import { defineLibrary, type FileRoute } from '../model/library';

/** Servers whose packages keep sources, and no functions, in `api/`. */
const servers = [
  'express',
  'fastify',
  'koa',
  'hono',
  '@hapi/hapi',
  '@nestjs/core',
  'nuxt',
  'nitropack',
  'h3',
  'restify',
  '@adonisjs/core',
  '@feathersjs/feathers',
  '@redwoodjs/api',
  '@medusajs/medusa',
  'apollo-server',
  '@apollo/server',
  'graphql-yoga',
  'sails',
];

/** A file below `api/` beside the manifest; names that begin with `_` or `.` are none. https://vercel.com/docs/functions/configuring-functions */
const place: Pick<FileRoute, 'pattern' | 'path' | 'packages' | 'without' | 'entry'> = {
  pattern: /^api\/((?!(?:.*\/)?[_.])(?!.*\.(?:test|spec)\.)[^]*)\.[cm]?[jt]s$/,
  path: (match) => `/api/${match[1]!.replace(/(?:^|\/)index$/, '')}`.replace(/\/$/, ''),
  packages: [],
  without: { packages: servers, despite: ['@vercel/node', '@vercel/edge', '@vercel/functions'] },
  entry: 'http',
};

/** Functions of Vercel: files in `api/`, beside an interface made with anything. Those with an answer to write to take what Node gives; others take and give what the web does. */
export default defineLibrary({
  id: 'vercel-functions',
  title: 'Vercel Functions',
  packages: ['@vercel/node', '@vercel/edge', '@vercel/functions'],
  runsIn: 'platform',
  types: {
    '@vercel/node#VercelRequest': 'express#req',
    '@vercel/node#VercelResponse': 'express#res',
    '@vercel/node#NowRequest': 'express#req',
    '@vercel/node#NowResponse': 'express#res',
  },
  fileRoutes: [
    {
      ...place,
      shape: 'default',
      params: ['express#req', 'express#res'],
      paramsByCount: { 1: ['web#request'] },
      takes: /^(?:req|request|handler)$|Request\b/,
    },
    { ...place, shape: 'methods', params: ['web#request'] },
    // https://vercel.com/docs/functions/functions-api-reference: `export default { fetch(request) {} }`.
    { ...place, shape: 'call', params: ['web#request'] },
  ],
  // https://vercel.com/docs/functions/limitations: larger bodies end in 413.
  provides: { http: { 'body-limit': { presence: 'present', reason: 'Vercel refuses requests over 4.5 MB' } } },
  rejection: () => 'handled-by-framework',
});
