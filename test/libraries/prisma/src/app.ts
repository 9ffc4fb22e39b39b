// packages: express@5.1.0, @prisma/client@6.16.0, @prisma/adapter-pg@6.16.0
import express from 'express';
import { prisma } from './db';
import { lazy } from './lazy';
import { PrismaClient as Client } from '../prisma/generated/client';

const app = express();
const other = new Client();

app.get('/orders', async (req, res) => {
  res.json(await prisma.order.findMany({ take: 20 }));
});

app.post('/orders', async (req, res) => {
  res.json(await prisma.order.create({ data: { total: 1 } }));
});

app.post('/raw', async (req, res) => {
  await other.$executeRaw`UPDATE orders SET paid = true`;
  res.json(await other.$queryRaw`SELECT * FROM orders`);
});

app.listen(3000);

app.delete('/orders', async (req, res) => {
  res.json(await lazy.order.deleteMany());
});
