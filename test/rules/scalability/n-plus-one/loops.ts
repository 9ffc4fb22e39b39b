// packages: express@5.1.0, @prisma/client@6.0.0, dataloader@2.2.0
import { PrismaClient } from '@prisma/client';
import DataLoader from 'dataloader';
import express from 'express';
import { messages } from './messages';

const app = express();
const prisma = new PrismaClient();

app.get('/orders', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  const result = [];
  for (const order of orders) {
    const customer = await prisma.customer.findUnique({ where: { id: order.customerId } }); // expect: n-plus-one(warning high)
    //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once for each row of orders
    result.push({ ...order, customer });
  }
  res.json(result);
});

app.get('/orders/mapped', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  res.json(await Promise.all(orders.map(async ({ id, ...order }) => ({ ...order, lines: await prisma.line.count({ where: { orderId: id } }) })))); // expect: n-plus-one
});

app.get('/orders/direct', async (req, res) => {
  const [orders, total] = await Promise.all([prisma.order.findMany({ take: 50 }), prisma.order.count()]);
  const lines = await Promise.all(orders.filter((order) => order.open).map((order) => prisma.line.findMany({ where: { orderId: order.id } }))); // expect: n-plus-one
  res.json({ total, lines });
});

app.get('/orders/at-once', async (req, res) => {
  // for (const order of orders) await prisma.line.findMany({ where: { orderId: order.id } })
  const orders = await prisma.order.findMany({ take: 50, include: { customer: true } });
  const lines = await prisma.line.findMany({ where: { orderId: { in: orders.map((order) => order.id) } } }); // ok: n-plus-one
  res.json(orders.map((order) => ({ ...order, lines: lines.filter((line) => line.orderId === order.id) })));
});

app.post('/orders/renumber', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  for (const order of orders) {
    try {
      await prisma.order.update({ where: { id: order.id }, data: { number: order.number + 1 } });
    } catch (error) {
      const other = await prisma.order.findFirst({ where: { number: order.number + 1 } }); // ok: n-plus-one
      console.error('taken by', other?.id, error);
    }
  }
  res.json({ done: true });
});

app.get('/totals', async (req, res) => {
  const states = ['open', 'paid', 'sent'] as const;
  const totals = await Promise.all(states.map((state) => prisma.order.count({ where: { state } }))); // ok: n-plus-one
  for (const state of ['open', 'paid']) totals.push(await prisma.line.count({ where: { state } })); // ok: n-plus-one
  res.json(totals);
});

app.get('/orders/batches', async (req, res) => {
  const chunks = await prisma.order.findMany({ take: 1000 });
  const found = [];
  for (const chunk of chunks) found.push(await prisma.line.findMany({ where: { orderId: chunk.id } })); // ok: n-plus-one
  res.json(found);
});

app.get('/orders/slowly', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  for (const order of orders) {
    await prisma.line.findMany({ where: { orderId: order.id } }); // ok: n-plus-one
    await sleep(1000);
  }
  res.end();
});

app.get('/orders/pages', async (req, res) => {
  let after = 0;
  while (true) {
    const page = await prisma.order.findMany({ take: 100, where: { id: { gt: after } } }); // ok: n-plus-one
    if (page.length === 0) break;
    after = page[page.length - 1]!.id;
  }
  res.end();
});

app.post('/orders/close', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  for (const order of orders) await prisma.order.update({ where: { id: order.id }, data: { closed: order.total } }); // ok: n-plus-one
  await prisma.$transaction(async (tx) => {
    for (const order of orders) await tx.line.findFirst({ where: { orderId: order.id } }); // ok: n-plus-one
  });
  res.end();
});

app.get('/cron/reminders', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  for (const order of orders) await prisma.customer.findUnique({ where: { id: order.customerId } }); // expect: n-plus-one(info low)
  res.end();
});

app.post('/admin/seed-all', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  for (const order of orders) await prisma.customer.findUnique({ where: { id: order.customerId } }); // expect: n-plus-one(info low)
  res.end();
});

app.post('/orders/reminders', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  for (const order of orders) {
    const customer = await prisma.customer.findUnique({ where: { id: order.customerId } }); // expect: n-plus-one(info low)
    await fetch('https://mail.example.com/send', { method: 'POST', body: JSON.stringify(customer), signal: AbortSignal.timeout(2000) });
  }
  res.end();
});

app.post('/orders/messages', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  for (const order of orders) {
    const customer = await prisma.customer.findUnique({ where: { id: order.customerId } }); // expect: n-plus-one(info low)
    await messages.sendText(customer?.phone);
  }
  res.end();
});

app.get('/orders/rates', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  const result = [];
  for (const order of orders) result.push({ ...order, rate: await rateOf(order.currency), lines: await prisma.line.count({ where: { orderId: order.id } }) }); // expect: n-plus-one(info low)
  res.json(result);
});

async function rateOf(currency: string) {
  const answer = await fetch(`https://rates.example.com/${encodeURIComponent(currency)}`, { signal: AbortSignal.timeout(2000) });
  return answer.json();
}

app.get('/orders/stored', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  for (const order of orders) {
    const customer = await prisma.customer.findUnique({ where: { id: order.customerId } }); // expect: n-plus-one(warning high)
    await prisma.order.update({ where: { id: order.id }, data: { name: customer?.name } });
  }
  res.end();
});

app.post('/orders/given', async (req, res) => {
  for (const id of req.body.ids) await prisma.order.findUnique({ where: { id } }); // ok: n-plus-one
  res.end();
});

app.get('/orders/loaded', async (req, res) => {
  const customers = new DataLoader(async (ids: readonly number[]) => prisma.customer.findMany({ where: { id: { in: [...ids] } } })); // ok: n-plus-one
  const orders = await prisma.order.findMany({ take: 50 });
  res.json(await Promise.all(orders.map((order) => customers.load(order.customerId)))); // ok: n-plus-one
});

app.get('/orders/other', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  for (const order of orders) {
    const settings = await prisma.settings.findFirst(); // ok: n-plus-one
    order.note = settings?.note;
  }
  res.json(orders);
});

export async function repair() {
  const orders = await prisma.order.findMany();
  for (const order of orders) await prisma.customer.findUnique({ where: { id: order.customerId } }); // ok: n-plus-one
}

function sleep(ms: number) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
