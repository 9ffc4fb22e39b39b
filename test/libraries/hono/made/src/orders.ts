import { PrismaClient } from '@prisma/client';
import { jwt } from 'hono/jwt';
import { makeApp } from './makeApp';

const prisma = new PrismaClient();

export const createOrders = () =>
  makeApp()
    .get('/', async (c) => c.json(await prisma.order.count()))
    .use(jwt({ secret: process.env.JWT_SECRET! }))
    .delete('/:id', async (c) => c.json(await prisma.order.delete({ where: { id: c.req.param('id') } })));
