import { PrismaClient, type Prisma } from '@prisma/client';

const prisma = new PrismaClient();

export async function createUser(data: Prisma.UserCreateInput) {
  return prisma.user.create({ data });
}

export async function renameUser(id: string, input: { name: string }) {
  return prisma.user.update({ where: { id }, data: { name: input.name } });
}
