// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import express from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
const desk = express.Router();

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  } catch {
    return res.sendStatus(401);
  }
  next();
}
function requireAdmin(req, res, next) {
  if (req.user.role !== 'admin') return res.sendStatus(403);
  next();
}

desk.use(requireUser);
desk.post('/refunds', requireAdmin, async (req, res) => res.json(await prisma.refund.create({ data: { order: String(req.body.order) } })));
desk.post('/vouchers', requireAdmin, async (req, res) => res.json(await prisma.voucher.create({ data: { code: String(req.body.code) } })));
desk.post('/prices', requireAdmin, async (req, res) => res.json(await prisma.price.create({ data: { amount: Number(req.body.amount) } })));
desk.post('/shelves', requireAdmin, async (req, res) => res.json(await prisma.shelf.create({ data: { name: String(req.body.name) } })));
// Whoever is not among the administrators goes no further.
desk.post('/closings', async (req, res) => { // ok: inconsistent-auth-posture
  const admin = await prisma.tenantAdmin.findFirst({ where: { userId: req.user.id } });
  if (!admin) return res.sendStatus(403);
  res.json(await prisma.closing.create({ data: { day: String(req.body.day) } }));
});
// What belongs to somebody says nothing of what they may do.
desk.post('/openings', async (req, res) => { // expect: inconsistent-auth-posture
  const basket = await prisma.basket.findFirst({ where: { userId: req.user.id } });
  if (!basket) return res.sendStatus(404);
  res.json(await prisma.opening.create({ data: { day: String(req.body.day) } }));
});
// Somebody else is looked up.
desk.post('/deliveries', async (req, res) => { // expect: inconsistent-auth-posture
  const admin = await prisma.tenantAdmin.findFirst({ where: { userId: String(req.body.admin) } });
  if (!admin) return res.sendStatus(404);
  res.json(await prisma.delivery.create({ data: { day: String(req.body.day) } }));
});
app.use('/api/admin', desk);
app.listen(3000);
