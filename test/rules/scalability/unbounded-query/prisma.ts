// packages: express@5.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const app = express();
const prisma = new PrismaClient();

app.get('/orders', async (req, res) => {
  res.json(await prisma.order.findMany()); // expect: unbounded-query(warning high)
//               ^^^^^^^^^^^^^^^^^^^^^^^ reads every row of order
});

app.get('/orders/sorted', async (req, res) => {
  // take: 50 would be better
  const orders = await prisma.order.findMany({ orderBy: { createdAt: 'desc' } }); // expect: unbounded-query
  res.json(orders);
});

app.get('/orders/open', async (req, res) => {
  const [orders, total] = await Promise.all([
    prisma.order.findMany({ where: { open: true } }), // expect: unbounded-query(warning medium)
    prisma.order.count(), // ok: unbounded-query
  ]);
  res.json({ orders, total });
});

app.get('/orders/page', async (req, res) => {
  const page = { orderBy: { createdAt: 'desc' as const }, take: 50 };
  res.json([await prisma.order.findMany({ take: 50 }), await prisma.order.findMany(page)]); // ok: unbounded-query
});

app.get('/orders/mine', async (req, res) => {
  res.json(await prisma.order.findMany({ where: { customerId: req.params.id } })); // ok: unbounded-query
});

app.get('/orders/some', async (req, res) => {
  const ids = String(req.query.ids).split(',');
  res.json(await prisma.order.findMany({ where: { number: { in: ids } } })); // ok: unbounded-query
});

app.get('/orders/today', async (req, res) => {
  res.json(await prisma.order.findMany({ where: { createdAt: { gte: new Date() } } })); // ok: unbounded-query
});

app.get('/orders/found', async (req, res) => {
  const where = req.query.open ? { open: true } : { customerId: '1' };
  const options = JSON.parse(String(req.query.options));
  res.json([await prisma.order.findMany({ where }), await prisma.order.findMany(options), await prisma.order.findMany({ ...options })]); // ok: unbounded-query
});

app.get('/orders/one', async (req, res) => {
  res.json([await prisma.order.findFirst(), await prisma.order.groupBy({ by: ['open'] })]); // ok: unbounded-query
});

app.get('/categories', async (req, res) => {
  res.json(await prisma.category.findMany()); // ok: unbounded-query
});

app.get('/admin/orders/export', async (req, res) => {
  res.json(await prisma.order.findMany()); // ok: unbounded-query
});

/** Nobody calls this for each request. */
export async function warmUp() {
  return prisma.order.findMany(); // ok: unbounded-query
}
