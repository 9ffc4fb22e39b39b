import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();

async function notify(id: string) {
  await prisma.notice.create({ data: { order: id } });
}

app.get('/orders', (req, res, next) => {
  prisma.order
    .findMany({ take: 20 })
    .then((orders) => res.json(orders))
    .catch(next);
});

app.post('/orders/:id', (req, res) => {
  notify(req.params.id).catch((err) => {
    console.error('notify failed', err);
  });
  void notify('admin').catch((err) => {
    console.error('notify failed', err);
  });
  res.status(202).end();
});
