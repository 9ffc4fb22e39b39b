// packages: next@15.1.0, @prisma/client@6.0.0, next-auth@5.0.0
import NextAuth from 'next-auth';

export const { handlers, auth } = NextAuth({ providers: [] });
