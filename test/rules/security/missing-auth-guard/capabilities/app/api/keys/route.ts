import { prisma } from '../../../lib/db';
import { keyed, plain } from '../../../lib/keys';

export const POST = async (request: Request) => // ok: missing-auth-guard
  keyed({ request, handler: async ({ owner }) => Response.json(await prisma.order.create({ data: { owner } })) });

export const DELETE = async (request: Request) => // expect: missing-auth-guard
  plain({ request, handler: async ({ owner }) => Response.json(await prisma.order.deleteMany({ where: { owner } })) });
