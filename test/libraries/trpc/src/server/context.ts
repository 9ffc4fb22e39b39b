import { PrismaClient } from '@prisma/client';

export const db = new PrismaClient();
export interface Context {
  session: { user: { id: string; role: string } } | null;
}
