// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

app.get('/orders', async (req, res) => {
  const options: any = { where: {} };
  if (req.query.city) options.where.city = String(req.query.city);
  options.take = 20;
  res.json(await prisma.order.findMany(options)); // ok: unbounded-query
});
app.get('/orders/all', async (req, res) => {
  const options: any = { where: {} };
  const page: any = {};
  options.orderBy = { id: 'desc' };
  page.take = 20;
  res.json(await prisma.order.findMany(options)); // expect: unbounded-query
});
