// packages: convex@1.48.0, convex-helpers@0.1.100
import { customCtx, customMutation, customQuery } from 'convex-helpers/server/customFunctions';
import { mutation, query, type MutationCtx, type QueryCtx } from './_generated/server';

export async function requireUser(ctx: QueryCtx | MutationCtx) {
  const identity = await ctx.auth.getUserIdentity();
  if (!identity) throw new Error('Not signed in');
  return identity;
}

export const authedQuery = customQuery(query, customCtx(async (ctx) => ({ user: await requireUser(ctx) })));
export const authedMutation = customMutation(mutation, {
  args: {},
  input: async (ctx) => {
    const user = await requireUser(ctx);
    return { ctx: { user }, args: {} };
  },
});
