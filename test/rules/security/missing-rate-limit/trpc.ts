// packages: @trpc/server@11.0.0, @upstash/ratelimit@2.0.0, @upstash/redis@1.0.0, bcryptjs@3.0.0, zod@4.0.0
import { initTRPC, TRPCError } from '@trpc/server';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import bcrypt from 'bcryptjs';
import { z } from 'zod';

declare function hashOf(email: string): Promise<string>;
const t = initTRPC.context<{ ip: string }>().create();
const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(5, '1 m') });

const limited = t.procedure.use(async ({ ctx, next }) => {
  const { success } = await ratelimit.limit(ctx.ip);
  if (!success) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' });
  return next();
});
const credentials = z.object({ email: z.string(), password: z.string() });

export const appRouter = t.router({
  login: t.procedure.input(credentials).mutation(async ({ input }) => bcrypt.compare(input.password, await hashOf(input.email))), // expect: missing-rate-limit
  signIn: limited.input(credentials).mutation(async ({ input }) => bcrypt.compare(input.password, await hashOf(input.email))), // ok: missing-rate-limit
});
