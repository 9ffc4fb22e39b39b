import { PrismaClient } from '@prisma/client';
import { makeApp } from './makeApp';

export function createUsers(prisma: PrismaClient) {
  const app = makeApp();
  app.get('/', async (c) => c.json(await prisma.user.findMany()));
  return app.post('/', async (c) => c.json(await prisma.user.create({ data: await c.req.json() })));
}

export const usersRoute = createUsers(new PrismaClient());
