import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

void prisma.oauth.count();
