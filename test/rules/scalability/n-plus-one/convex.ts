// file: convex/boards.ts
// packages: convex@1.48.0
import { v } from 'convex/values';
import { query } from './_generated/server';

export const members = query({
  args: { board: v.id('boards') },
  handler: async (ctx, { board }) => {
    const members = await ctx.db
      .query('members')
      .withIndex('by_board', (q) => q.eq('board', board))
      .take(50);
    for (const member of members) await ctx.db.query('notes').withIndex('by_member', (q) => q.eq('member', member._id)).first(); // ok: n-plus-one
    return Promise.all(members.map(async (member) => ({ ...member, user: await ctx.db.get(member.user) }))); // ok: n-plus-one
  },
});
