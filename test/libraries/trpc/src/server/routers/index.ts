import { createTRPCRouter, mergeRouters, publicProcedure } from '../trpc';
import { postRouter } from './post';
import { userRouter } from './user';

const nested = createTRPCRouter({ post: postRouter, user: userRouter });
const system = createTRPCRouter({ ping: publicProcedure.query(() => 'pong') });

export const appRouter = mergeRouters(nested, system);
