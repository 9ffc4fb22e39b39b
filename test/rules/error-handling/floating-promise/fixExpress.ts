// packages: express@4.21.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();

async function notify(id: string) {
  await prisma.notice.create({ data: { order: id } });
}

app.get('/orders', (req, res) => {
  prisma.order // expect: floating-promise
    .findMany({ take: 20 })
    .then((orders) => res.json(orders));
});

app.post('/orders/:id', (req, res) => {
  notify(req.params.id); // expect: floating-promise
  void notify('admin'); // expect: floating-promise
  res.status(202).end();
});
