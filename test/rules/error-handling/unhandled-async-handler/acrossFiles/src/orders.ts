import type { Request, Response } from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function list(req: Request, res: Response) { // ok: unhandled-async-handler
  res.json(await prisma.order.findMany({ take: 20 }));
}

export async function create(req: Request, res: Response) {
  try {
    res.json(await prisma.order.create({ data: {} }));
  } catch (err) {
    console.error(err);
    res.status(500).json({ error: 'Internal server error' });
  }
}
