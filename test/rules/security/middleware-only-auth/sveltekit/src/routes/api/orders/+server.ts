import { json } from '@sveltejs/kit';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST({ request }) { // ok: middleware-only-auth
  return json(await prisma.order.create({ data: await request.json() }));
}
