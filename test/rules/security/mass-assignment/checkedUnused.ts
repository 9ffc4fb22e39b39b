// packages: express@5.1.0, @prisma/client@6.0.0, zod@4.0.0, drizzle-zod@0.8.0
import { PrismaClient } from '@prisma/client';
import { createInsertSchema } from 'drizzle-zod';
import express from 'express';
import { z, type ZodSchema } from 'zod';
import { users } from './tables';

const app = express();
const prisma = new PrismaClient();
const NewUser = z.object({ name: z.string().max(100), email: z.email() });
const OnlyThese = z.object({ name: z.string().max(100) }).strict();
const OfTable = createInsertSchema(users);

app.post('/parsed', async (req, res) => {
  NewUser.parse(req.body); // expect: mass-assignment
  res.json(await prisma.user.create({ data: req.body }));
});

app.post('/thrown', async (req, res) => {
  const given = req.body; // expect: mass-assignment
  //            ^^^^^^^^ NewUser.parse leaves out of what it gives back
  NewUser.parse(given);
  res.json(await prisma.user.create({ data: given }));
});

app.post('/asked', async (req, res) => {
  const checked = NewUser.safeParse(req.body); // expect: mass-assignment
  if (!checked.success) return res.status(400).json({ error: 'Bad request' });
  return res.json(await prisma.user.create({ data: { ...req.body, createdAt: new Date() } }));
});

app.post('/used', async (req, res) => {
  const data = NewUser.parse(req.body); // ok: mass-assignment
  res.json(await prisma.user.create({ data }));
});

app.post('/replaced', async (req, res) => {
  req.body = NewUser.parse(req.body); // ok: mass-assignment
  res.json(await prisma.user.create({ data: req.body }));
});

app.post('/strict', async (req, res) => {
  OnlyThese.parse(req.body); // ok: mass-assignment
  res.json(await prisma.user.create({ data: req.body }));
});

app.post('/strictly', async (req, res) => {
  z.strictObject({ name: z.string() }).parse(req.body); // ok: mass-assignment
  res.json(await prisma.user.create({ data: req.body }));
});

// All columns are described, and those that are not are no columns.
app.post('/columns', async (req, res) => {
  OfTable.parse(req.body); // ok: mass-assignment
  res.json(await prisma.user.create({ data: req.body }));
});

app.post('/picked', async (req, res) => {
  NewUser.parse(req.body); // ok: mass-assignment
  res.json(await prisma.user.create({ data: { name: req.body.name, email: req.body.email } }));
});

export function storing(schema: ZodSchema) {
  app.post('/given', async (req, res) => {
    schema.parse(req.body); // ok: mass-assignment
    res.json(await prisma.user.create({ data: req.body }));
  });
}
