import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const mail = () => prisma.mail.count();
