export { PrismaClient, type Prisma } from '@prisma/client';
