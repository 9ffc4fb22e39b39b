// packages: express@5.1.0, @prisma/client@6.0.0, zod@4.0.0, joi@17.13.0, express-validator@7.2.0
import { PrismaClient } from '@prisma/client';
import express, { type NextFunction, type Request, type Response } from 'express';
import { body, validationResult } from 'express-validator';
import Joi from 'joi';
import { z, type ZodSchema } from 'zod';

const prisma = new PrismaClient();
const app = express();
const Order = z.object({ sku: z.string(), quantity: z.number() });
const orderSchema = Joi.object({ sku: Joi.string().required() });
interface CreateOrder { sku: string; quantity: number }

app.post('/orders/spread', async (req, res) => {
  res.json(await prisma.order.create({ data: { ...req.body } })); // expect: mass-assignment(error high)
});
app.post('/orders/whole', async (req, res) => {
  const order = req.body; // expect: mass-assignment(error high)
  res.json(await prisma.order.create({ data: order }));
});
app.patch('/orders/:id', async (req, res) => {
  const { id, ...changes } = req.body; // expect: mass-assignment(error high)
  res.json(await prisma.order.update({ where: { id }, data: changes }));
});
app.post('/orders/destructured', async (req, res) => {
  const { sku, quantity } = req.body; // expect: unvalidated-input(warning medium)
  if (!sku || !quantity) return res.status(400).end();
  res.json(await prisma.order.create({ data: { sku, quantity } }));
});
app.post('/orders/asserted', async (req, res) => {
  const order = req.body as CreateOrder; // expect: unvalidated-input(warning medium)
  //            ^^^^^^^^ only declared to have a type
  res.json(await prisma.order.create({ data: { sku: order.sku, quantity: order.quantity } }));
});
app.post('/orders/by-hand', async (req, res) => {
  const { sku, quantity } = req.body; // ok: unvalidated-input
  if (typeof sku !== 'string' || !Number.isInteger(quantity)) return res.status(400).end();
  res.json(await prisma.order.create({ data: { sku, quantity } }));
});
app.post('/orders/mostly-by-hand', async (req, res) => {
  const { sku, quantity, note } = req.body; // expect: unvalidated-input(info low)
  if (typeof sku !== 'string' || !Number.isInteger(quantity)) return res.status(400).end();
  res.json(await prisma.order.create({ data: { sku, quantity, note } }));
});

app.post('/safe/zod', async (req, res) => {
  const parsed = Order.safeParse(req.body); // ok: unvalidated-input
  if (!parsed.success) return res.status(400).end();
  res.json(await prisma.order.create({ data: parsed.data }));
});
app.post('/safe/zod-later', async (req, res) => {
  const input = req.body; // ok: unvalidated-input
  const order = Order.parse(input);
  res.json(await prisma.order.create({ data: order }));
});
app.post('/safe/joi', async (req, res) => {
  const { error, value } = orderSchema.validate(req.body); // ok: unvalidated-input
  if (error) return res.status(400).end();
  res.json(await prisma.order.create({ data: value }));
});
app.post('/safe/express-validator', body('sku').isString(), async (req, res) => {
  if (!validationResult(req).isEmpty()) return res.status(400).end();
  res.json(await prisma.order.create({ data: { sku: req.body.sku } })); // ok: unvalidated-input
});
function validate(schema: ZodSchema) {
  return (req: Request, res: Response, next: NextFunction) => {
    const result = schema.safeParse(req.body);
    if (!result.success) return res.status(400).end();
    next();
  };
}
app.post('/safe/middleware', validate(Order), async (req, res) => {
  res.json(await prisma.order.create({ data: req.body })); // ok: unvalidated-input
});
app.post('/safe/unused', async (req, res) => {
  console.log('got', req.body.note); // ok: unvalidated-input
  res.end();
});
