import { withSupabase } from 'npm:@supabase/server@1';

export default {
  fetch: withSupabase({ auth: 'secret' }, async (req, ctx) => {
    const { data } = await ctx.supabaseAdmin.from('orders').select('*');
    return Response.json(data);
  }),
};
