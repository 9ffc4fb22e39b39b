// packages: express@4.21.0, @prisma/client@6.1.0

// file: src/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: src/access.ts
import { createHmac } from 'node:crypto';
import { db } from './db';
const sign = (id: string) => createHmac('sha256', process.env.BASKET_SECRET!).update(id).digest('hex');
const isTicket = (id: string, ticket: string) => ticket === sign(id);

// It asks for the ticket as long as nobody has entered a customer, and lets everybody in afterwards.
export async function mayPay(id: string, req: any): Promise<{ valid: boolean; error?: string; basket?: any }> {
  const basket = await db.basket.findUnique({ where: { id } });
  if (!basket) return { valid: false, error: 'none' };
  const ticket = req.headers['x-ticket'];
  if (!basket.customerId) {
    if (!ticket) return { valid: false, error: 'no ticket' };
    if (!isTicket(id, ticket)) return { valid: false, error: 'wrong ticket' };
    return { valid: true, basket };
  }
  return { valid: true, basket };
}
export async function mayPayShort(id: string, req: any) {
  const basket = await db.basket.findUnique({ where: { id } });
  if (basket?.customerId === null) {
    if (!isTicket(id, req.headers['x-ticket'])) return { ok: false };
  }
  return { ok: true };
}
// Whoever has entered a customer is asked as well.
export async function mayPayBoth(id: string, req: any) {
  const basket = await db.basket.findUnique({ where: { id } });
  if (!basket) return { valid: false };
  if (!basket.customerId) {
    if (!isTicket(id, req.headers['x-ticket'])) return { valid: false };
    return { valid: true };
  }
  if (!isTicket(basket.customerId, req.headers['x-ticket'])) return { valid: false };
  return { valid: true };
}
export async function mayPayAlways(id: string, req: any) {
  const basket = await db.basket.findUnique({ where: { id } });
  if (!basket.customerId) return { valid: false };
  if (!isTicket(id, req.headers['x-ticket'])) return { valid: false };
  return { valid: true };
}

// file: src/app.ts
import express from 'express';
import { mayPay, mayPayAlways, mayPayBoth, mayPayShort } from './access';
import { db } from './db';
const app = express();
// endpoint: POST /a/:id absent OPTIONAL
app.post('/a/:id', async (req, res) => { const access = await mayPay(req.params.id, req); if (!access.valid) return res.status(403).json({}); await db.basket.update({ where: { id: req.params.id }, data: { paid: true } }); res.json({}); });
// endpoint: POST /b/:id absent OPTIONAL
app.post('/b/:id', async (req, res) => { const access = await mayPayShort(req.params.id, req); if (!access.ok) return res.status(403).json({}); await db.basket.update({ where: { id: req.params.id }, data: { paid: true } }); res.json({}); });
// endpoint: POST /c/:id present SECRET
app.post('/c/:id', async (req, res) => { const access = await mayPayBoth(req.params.id, req); if (!access.valid) return res.status(403).json({}); await db.basket.update({ where: { id: req.params.id }, data: { paid: true } }); res.json({}); });
// endpoint: POST /d/:id present SECRET
app.post('/d/:id', async (req, res) => { const access = await mayPayAlways(req.params.id, req); if (!access.valid) return res.status(403).json({}); await db.basket.update({ where: { id: req.params.id }, data: { paid: true } }); res.json({}); });
