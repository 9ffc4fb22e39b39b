// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

async function actorOf(id: string) {
  return prisma.visit.findFirst({ where: { id } });
}

// What it takes for proof can't be seen from here; that it refuses somebody can.
function requireManager(actor: unknown) {
  if (!actor) throw new Error('Only managers');
}

function requireStock(count: number) {
  if (count === 0) throw new Error('Sold out');
}

async function requireAccess(id: string) {
  requireManager(await actorOf(id));
}

app.post('/api/orders', async (req, res) => { // ok: missing-auth-guard
  requireManager(await actorOf(req.body.visit));
  res.json(await prisma.order.create({ data: { note: String(req.body.note) } }));
});
app.post('/api/refunds', async (req, res) => { // ok: missing-auth-guard
  await requireAccess(req.body.visit);
  res.json(await prisma.refund.create({ data: { note: String(req.body.note) } }));
});
app.post('/api/parcels', async (req, res) => { // expect: missing-auth-guard
  requireStock(Number(req.body.count));
  res.json(await prisma.parcel.create({ data: { note: String(req.body.note) } }));
});

app.listen(3000);
