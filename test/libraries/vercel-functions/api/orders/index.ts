import type { VercelRequest, VercelResponse } from '@vercel/node';
import { PrismaClient } from '@prisma/client';
import { userOf } from '../_lib/session';

const prisma = new PrismaClient();

export default async function handler(req: VercelRequest, res: VercelResponse) {
  const owner = userOf(req.headers.authorization);
  if (!owner) return res.status(401).json({ error: 'Unauthorized' });
  if (req.method === 'POST') return res.status(201).json(await prisma.order.create({ data: { name: String(req.body.name), owner } }));
  return res.json(await prisma.order.findMany({ where: { owner }, take: 50 }));
}
