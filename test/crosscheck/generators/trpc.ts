import type { Called, Case } from '../cases';

const base = `import { initTRPC, TRPCError } from '@trpc/server';

interface Context {
  user: { id: string; role: string } | null;
  token: string | undefined;
}
export async function createContext({ req }: { req: { headers: { authorization?: string } } }): Promise<Context> {
  const token = req.headers.authorization;
  return { user: token === process.env.API_KEY && token ? { id: '1', role: 'user' } : null, token };
}
const t = initTRPC.context<Context>().create();
export const router = t.router;
export const mergeRouters = t.mergeRouters;
export const publicProcedure = t.procedure;
const isAuthed = t.middleware(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
export const protectedProcedure = t.procedure.use(isAuthed);
export const loggedProcedure = t.procedure.use(async ({ next }) => {
  const started = Date.now();
  const result = await next();
  void (Date.now() - started);
  return result;
});
export const tokenProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.token) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next();
});
export const baseProcedure = loggedProcedure.use(isAuthed);
export { TRPCError };
`;
const admin = `import { protectedProcedure, TRPCError } from './trpc';

export const adminProcedure = protectedProcedure.use(({ ctx, next }) => {
  if (ctx.user.role !== 'admin') throw new TRPCError({ code: 'FORBIDDEN' });
  return next();
});
`;

function called(path: string, method = 'QUERY'): Called {
  return { method, path, url: `/${path}` };
}

function app(name: string, statement: string, routes: readonly Called[], files: Record<string, string> = {}): Case {
  const text = `import { router, mergeRouters, publicProcedure, protectedProcedure, loggedProcedure, tokenProcedure, baseProcedure, TRPCError } from './trpc';\nimport { adminProcedure } from './admin';\n\n${statement}\nexport { createContext } from './trpc';\nexport default appRouter;\n`;
  return {
    name,
    framework: 'trpc',
    files: { 'src/app.ts': text, 'src/trpc.ts': base, 'src/admin.ts': admin, ...files },
    routes: [...routes],
  };
}

const ends = [
  ['query', 'QUERY'],
  ['mutation', 'MUTATION'],
] as const;

function procedures(): Case[] {
  return ['publicProcedure', 'protectedProcedure', 'loggedProcedure', 'baseProcedure', 'adminProcedure'].flatMap((procedure) =>
    ends.flatMap(([end, method]) => [
      app(`${procedure}.${end}`, `const appRouter = router({ items: ${procedure}.${end}(() => 'ok') });`, [called('items', method)]),
      app(`nested ${procedure}.${end}`, `const appRouter = router({ shop: router({ items: ${procedure}.${end}(() => 'ok') }) });`, [
        called('shop.items', method),
      ]),
    ]),
  );
}

export function trpcCases(): Case[] {
  return [
    ...procedures(),
    app(
      'in the resolver',
      "const appRouter = router({ safe: publicProcedure.query(({ ctx }) => { if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' }); return 'ok'; }), open: publicProcedure.query(({ ctx }) => ctx.user?.id ?? 'nobody') });",
      [called('safe'), called('open')],
    ),
    app(
      'use in the chain',
      "const appRouter = router({ safe: publicProcedure.use(({ ctx, next }) => { if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' }); return next(); }).query(() => 'ok') });",
      [called('safe')],
    ),
    app(
      'routers of other files',
      "import { users } from './users';\nconst appRouter = router({ users, own: protectedProcedure.query(() => 'ok') });",
      [called('users.all'), called('users.me'), called('own')],
      {
        'src/users.ts':
          "import { publicProcedure, router } from './trpc';\nimport { adminProcedure } from './admin';\n\nexport const users = router({\n  all: publicProcedure.query(() => []),\n  me: adminProcedure.query(() => 'me'),\n});\n",
      },
    ),
    app(
      'merged',
      "const a = router({ open: publicProcedure.query(() => 'ok') });\nconst b = router({ safe: protectedProcedure.query(() => 'ok') });\nconst appRouter = mergeRouters(a, b);",
      [called('open'), called('safe')],
    ),
  ];
}
