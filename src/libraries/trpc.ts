import { defineLibrary } from '../model/library';

const params = ['trpc#opts'];
/** What people call the caller in the context that they make. */
const identities = [
  'user',
  'session',
  'userId',
  'uid',
  'viewer',
  'currentUser',
  'account',
  'identity',
  'me',
  'sessionUser',
  'dbUser',
  'member',
];

/** tRPC 10 and 11. Protection is what the middleware of the base procedures does; the names are conventions. */
export default defineLibrary({
  id: 'trpc',
  title: 'tRPC',
  packages: ['@trpc/server'],
  aliases: {
    '@trpc/server#initTRPC.create()': 'trpc#t',
    '@trpc/server#initTRPC.context()': '@trpc/server#initTRPC',
    '@trpc/server#initTRPC.meta()': '@trpc/server#initTRPC',
    'trpc#t.procedure': 'trpc#procedure',
    'trpc#procedure.use()': 'trpc#procedure',
    'trpc#procedure.unstable_concat()': 'trpc#procedure',
    'trpc#procedure.concat()': 'trpc#procedure',
    'trpc#procedure.input()': 'trpc#procedure',
    'trpc#procedure.output()': 'trpc#procedure',
    'trpc#procedure.meta()': 'trpc#procedure',
    'trpc#opts.input': 'trpc#input',
    'trpc#opts.ctx': 'trpc#ctx',
    'trpc#procedure.query()': 'trpc#made',
    'trpc#procedure.mutation()': 'trpc#made',
  },
  memoises: { 'trpc#t.middleware': 0 },
  calls: {
    '@trpc/server#initTRPC.create': { formatsErrors: 'errorFormatter' },
    'trpc#procedure.use': { builder: { step: 'use' }, callbacks: [{ args: [0], params }] },
    'trpc#procedure.concat': { builder: { step: 'use' } },
    'trpc#procedure.unstable_concat': { builder: { step: 'use' } },
    'trpc#procedure.input': { builder: { step: 'input' } },
    'trpc#procedure.output': { builder: { step: 'meta' } },
    'trpc#procedure.meta': { builder: { step: 'meta' } },
    'trpc#procedure.query': { builder: { step: 'end', method: 'QUERY' }, callbacks: [{ args: [0], params }] },
    'trpc#procedure.mutation': { builder: { step: 'end', method: 'MUTATION' }, callbacks: [{ args: [0], params }] },
    'trpc#procedure.subscription': { builder: { step: 'end', method: 'SUBSCRIPTION' }, callbacks: [{ args: [0], params }] },
    'trpc#t.middleware': { callbacks: [{ args: [0], params }] },
    // https://trpc.io/docs/server/merging-routers#lazy-load
    ...Object.fromEntries(['lazy', 'experimental_lazy'].map((name) => [`@trpc/server#${name}`, { loads: true as const }])),
    'trpc#t.router': { note: 'router' },
    'trpc#t.mergeRouters': { note: 'router-merge' },
    // The message goes out whatever the code; the cause stays here: https://trpc.io/docs/server/error-handling.
    '@trpc/server#TRPCError': {
      reply: { body: 0, sent: ['message'], status: { option: { arg: 0, name: 'code' } }, throws: true, format: 'json' },
    },
  },
  reads: {
    'trpc#input': { input: 'arguments', checked: true },
    ...Object.fromEntries(
      identities.flatMap((name) => [
        [`trpc#ctx.${name}`, { identity: true }],
        [`trpc#ctx.${name}.*`, { identity: true }],
      ]),
    ),
    'trpc#ctx.session.user.*': { identity: true },
    'trpc#ctx.auth.*': { identity: true },
    'trpc#ctx.clerk.*': { identity: true },
  },
  provides: { rpc: { 'body-limit': { presence: 'unknown', reason: 'the server around the procedures decides' } } },
  idioms: {
    rethrow: [
      { code: 'if ({{error}} instanceof {{TRPCError}}) throw {{error}};', from: { packages: ['@trpc/server'], names: ['TRPCError'] } },
    ],
  },
  rejection: () => 'handled-by-framework',
});
