import { PrismaClient } from '@prisma/client';

const kept = globalThis as unknown as { client: PrismaClient | undefined };

export const prisma = new Proxy({} as PrismaClient, {
  get(_target, member: string) {
    kept.client ??= new PrismaClient();
    return Reflect.get(kept.client, member);
  },
});
