import { defineLibrary, type CallRole } from '../model/library';

const kinds = ['query', 'mutation', 'action'];
const params = ['convex#ctx', 'convex#args'];
const module = /(?:^|\/)convex\/(.+)\.[cm]?[jt]sx?$/;

function registered(kind: string): CallRole {
  return {
    runs: 'handler',
    route: {
      methods: [kind.toUpperCase()],
      path: 'export',
      module,
      handlers: 'option:handler',
      schemas: { arg: 0, options: ['args'] },
      entry: 'rpc',
      params,
      answers: true,
    },
  };
}

/** Functions that only other functions of the deployment can call. */
function internal(): CallRole {
  return { runs: 'handler', harmless: true, callbacks: [{ args: [0], params }] };
}

/** Builders of convex-helpers: `customQuery(query, customCtx(async (ctx) => …))`, with the function in an object or by itself. */
const custom = ['convex-helpers/server/customFunctions#', 'convex-helpers/server#'];
const write: CallRole = { data: { operation: 'write', target: 'text:0' } };
/** `internal.users.current` and `api.users.current` name the export of `users.ts` beside the generated folder. The caller's identity goes along. */
const refers: CallRole['refers'] = { arg: 0, module: /_generated\/api(?:\.js)?$/ };

/**
 * Convex. Seen in convex 1.48.0: `query`, `mutation`, `action` and `httpAction` are marked public and answer any client that
 * knows their name, `internal*` are not; `args` validators run before the handler, in front of nothing else; errors other than
 * ConvexError lose their message in production. Files name functions: `convex/messages.ts` has `messages:list`. Of
 * @convex-dev/better-auth 0.12.5, `getAuthUser` throws without a session and `safeGetAuthUser` gives nothing.
 */
export default defineLibrary({
  id: 'convex',
  title: 'Convex',
  packages: ['convex'],
  runsIn: 'platform',
  setsEnv: /^CONVEX_(SITE|CLOUD)_URL$/,
  generated: /(?:^|\/)_generated\/server(?:\.js)?$/,
  aliases: {
    ...Object.fromEntries(
      kinds.flatMap((kind) => [
        [`convex/server#${kind}Generic()`, `convex#${kind}`],
        [`convex/server#internal${cap(kind)}Generic()`, `convex#internal${cap(kind)}`],
        [`convex/server#${kind}Generic`, `convex#${kind}`],
      ]),
    ),
    ...Object.fromEntries(custom.flatMap((from) => kinds.map((kind) => [`${from}custom${cap(kind)}()`, `convex#${kind}`]))),
    ...Object.fromEntries(
      kinds.flatMap((kind) =>
        ['convex-helpers/server/zod#', 'convex-helpers/server/zod4#', 'convex-helpers/server/zod3#'].map((from) => [
          `${from}zCustom${cap(kind)}()`,
          `convex#${kind}`,
        ]),
      ),
    ),
    '@convex-dev/better-auth#createClient()': 'convex#betterAuth',
    'convex/server#httpRouter()': 'convex#http',
    'convex/server#httpActionGeneric': 'convex#httpAction',
    'convex#httpAction()': 'convex#handler',
  },
  types: Object.fromEntries(
    ['QueryCtx', 'MutationCtx', 'ActionCtx'].flatMap((name) => [
      [`convex#${name}`, 'convex#ctx'],
      [`convex/server#Generic${name}`, 'convex#ctx'],
    ]),
  ),
  roots: ['convex#http'],
  calls: {
    ...Object.fromEntries(
      kinds.flatMap((kind) => [
        [`convex#${kind}`, registered(kind)],
        [`convex#internal${cap(kind)}`, internal()],
      ]),
    ),
    ...Object.fromEntries(
      custom.flatMap((from) => [
        ...kinds.map((kind): [string, CallRole] => [
          `${from}custom${cap(kind)}`,
          { builder: { step: 'make', base: 0, uses: [1] }, callbacks: [{ args: [1], params }] },
        ]),
        [`${from}customCtx`, { callbacks: [{ args: [0], params }], harmless: true }] satisfies [string, CallRole],
      ]),
    ),
    ...Object.fromEntries(
      kinds.flatMap((kind) =>
        ['convex-helpers/server/zod#', 'convex-helpers/server/zod4#', 'convex-helpers/server/zod3#'].map((from): [string, CallRole] => [
          `${from}zCustom${cap(kind)}`,
          { builder: { step: 'make', base: 0, uses: [1] }, callbacks: [{ args: [1], params }] },
        ]),
      ),
    ),
    'convex#httpAction': { harmless: true, callbacks: [{ args: [0], params: ['convex#ctx', 'web#request'] }] },
    'convex#http.route': { route: { methods: 'option:method', path: 'option:path|pathPrefix', handlers: 'option:handler' } },
    '?.auth.getUserIdentity': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    'convex#ctx.auth.getUserIdentity': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    '@convex-dev/auth/server#getAuthUserId': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    '@convex-dev/auth/server#getAuthSessionId': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    'convex#betterAuth.getAuthUser': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    'convex#betterAuth.safeGetAuthUser': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    // There is no join: rows of other tables are asked for one by one (https://stack.convex.dev/functional-relationships-helpers).
    'convex#ctx.db.query': { data: { operation: 'read', many: true, target: 'text:0', beside: true } },
    'convex#ctx.db.get': { data: { operation: 'read', target: 'text:0', beside: true } },
    'convex#ctx.db.insert': write,
    'convex#ctx.db.patch': write,
    'convex#ctx.db.replace': write,
    'convex#ctx.db.delete': write,
    'convex#ctx.runMutation': { ...write, refers },
    'convex#ctx.runAction': { ...write, refers },
    'convex#ctx.runQuery': { data: { operation: 'read', target: 'text:0' }, refers },
    'convex#ctx.scheduler.runAfter': { data: { operation: 'write', target: 1 } },
    'convex#ctx.scheduler.runAt': { data: { operation: 'write', target: 1 } },
    'convex#ctx.storage.generateUploadUrl': { data: { operation: 'write' } },
    'convex#ctx.storage.delete': write,
    'convex#ctx.storage.store': { data: { operation: 'write' } },
    'convex/values#ConvexError': { reply: { body: 0, throws: true, format: 'json' } },
  },
  reads: {
    'convex#args': { input: 'arguments' },
    'convex#ctx.user': { identity: true },
    'convex#ctx.user.*': { identity: true },
    'convex#ctx.userId': { identity: true },
    'convex#ctx.identity': { identity: true },
  },
  rejection: () => 'handled-by-framework',
});

function cap(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
