import { PrismaClient } from '@prisma/client';
import { requireUser } from './auth';

const prisma = new PrismaClient();

export const orderRoutes = [
  {
    method: 'delete', // ok: missing-auth-guard
    path: '/orders/:id',
    middleware: [requireUser],
    handler: async (req, res) => res.json(await prisma.order.delete({ where: { id: req.params.id } })),
  },
  { // expect: missing-auth-guard
    method: 'post',
    path: '/orders',
    handler: async (req, res) => res.json(await prisma.order.create({ data: { name: String(req.body.name) } })),
  },
];
