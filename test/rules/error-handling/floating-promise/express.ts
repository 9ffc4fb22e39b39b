// packages: express@5.1.0, @prisma/client@6.0.0, nodemailer@6.9.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import nodemailer from 'nodemailer';

const prisma = new PrismaClient();
const transporter = nodemailer.createTransport(process.env.SMTP_URL);
const app = express();

async function notify(id: string) {
  await prisma.notice.create({ data: { order: id } });
}

async function quietly(id: string) {
  try {
    await prisma.notice.create({ data: { order: id } });
  } catch (error) {
    console.error('notice not stored', error);
  }
}

app.get('/orders', (req, res, next) => {
  prisma.order.findMany({ take: 20 }).then((orders) => res.json(orders)); // expect: floating-promise(error high)
});

app.post('/orders', async (req, res) => {
  const order = await prisma.order.create({ data: { name: String(req.body.name) } });
  notify(order.id); // expect: floating-promise(warning medium)
//^^^^^^^^^^^^^^^^ Nobody waits for notify
  res.status(201).json(order);
});

app.put('/orders/:id', async (req, res) => {
  const order = await prisma.order.update({ where: { id: req.params.id }, data: { name: String(req.body.name) } });
  try {
    transporter.sendMail({ to: 'shop@example.com', subject: order.name }); // expect: floating-promise
  } catch (error) {
    console.error('mail not sent', error);
  }
  res.json(order);
});

app.patch('/orders/:id', async (req, res) => {
  void notify(req.params.id); // expect: floating-promise(warning low)
  fetch('https://hooks.example.com/orders', { method: 'POST' }); // expect: floating-promise
  res.status(202).end();
});

app.post('/orders/:id/copies', (req, res) => {
  (async () => { // expect: floating-promise(error high)
    const order = await prisma.order.findUniqueOrThrow({ where: { id: req.params.id } });
    res.json(order);
  })();
});

app.get('/orders/:id', (req, res, next) => {
  prisma.order
    .findUniqueOrThrow({ where: { id: req.params.id } })
    .then((order) => res.json(order)) // ok: floating-promise
    .catch(next);
});

app.get('/orders/:id/lines', (req, res) => prisma.line.findMany({ take: 20 }).then((lines) => res.json(lines))); // ok: floating-promise

app.delete('/orders/:id', async (req, res) => {
  await prisma.order.delete({ where: { id: req.params.id } });
  quietly(req.params.id); // ok: floating-promise
  notify(req.params.id).catch((error) => console.error('notice not stored', error)); // ok: floating-promise
  void notify(req.params.id).then(undefined, (error) => console.error('notice not stored', error)); // ok: floating-promise
  (async () => { // ok: floating-promise
    try {
      await notify(req.params.id);
    } catch (error) {
      console.error('notice not stored', error);
    }
  })();
  transporter.sendMail({ to: 'shop@example.com' }, (error) => { // ok: floating-promise
    if (error) console.error('mail not sent', error);
  });
  await Promise.allSettled([notify(req.params.id)]);
  res.status(204).end();
});

notify('start'); // ok: floating-promise
