import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const oauth = () => prisma.oauth.count();
