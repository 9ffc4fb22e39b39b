// packages: next-auth@4.24.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import CredentialsProvider from 'next-auth/providers/credentials';

const prisma = new PrismaClient();

export const credentials = CredentialsProvider({
  name: 'credentials',
  credentials: { email: {}, password: {} },
  async authorize(credentials) {
    const user = await prisma.user.findUnique({ where: { email: credentials!.email } });
    if (user && user.password === credentials!.password) return user; // expect: plain-text-password
    return null;
  },
});
