// packages: next@15.1.0, @prisma/client@6.1.0
import { clerkMiddleware } from '@clerk/nextjs/server';
import { guarded } from './matchers';

export default clerkMiddleware(async (auth) => {
  await auth.protect();
});

export const config = { matcher: guarded };
