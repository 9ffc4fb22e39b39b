// packages: next@15.1.0, @prisma/client@6.0.0, @clerk/nextjs@6.9.0
import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware();

export const config = { matcher: ['/((?!_next).*)', '/(api|trpc)(.*)'] };
