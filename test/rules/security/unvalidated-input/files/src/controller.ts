// packages: express@5.1.0, @prisma/client@6.0.0, zod@4.0.0
import type { Request, Response } from 'express';
import { PrismaClient } from '@prisma/client';
import { store } from './store';

const prisma = new PrismaClient();

export async function create(req: Request, res: Response) {
  res.json(await prisma.order.create({ data: req.body })); // ok: unvalidated-input
}
export async function replace(req: Request, res: Response) {
  res.json(await prisma.order.upsert({ where: { id: 1 }, create: req.body, update: req.body })); // expect: mass-assignment(error high)
}
export async function unregistered(req: Request, res: Response) {
  res.json(await prisma.order.create({ data: req.body })); // ok: unvalidated-input
}
export async function handed(req: Request, res: Response) {
  res.json(await store(req.body)); // expect: unvalidated-input(warning low), mass-assignment
}
export async function handedFields(req: Request, res: Response) {
  const { sku, quantity } = req.body; // expect: unvalidated-input(warning medium)
  res.json(await store({ sku, quantity }));
}
