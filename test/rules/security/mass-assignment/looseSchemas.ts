// packages: express@5.1.0, @prisma/client@6.0.0, zod@4.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import { z } from 'zod';

const app = express();
const prisma = new PrismaClient();
const Described = z.object({ name: z.string() });
const Kept = Described.passthrough();
const Loose = z.looseObject({ name: z.string() });
const Any = z.object({ name: z.string() }).catchall(z.string()).optional();

app.post('/kept', async (req, res) => {
  const data = Kept.parse(req.body); // expect: mass-assignment(error medium)
  res.json(await prisma.user.create({ data }));
});
app.post('/inline', async (req, res) => {
  const data = z.object({ name: z.string() }).passthrough().parse(req.body); // expect: mass-assignment
  res.json(await prisma.user.create({ data }));
});
app.post('/safe', async (req, res) => {
  const checked = Loose.safeParse(req.body); // expect: mass-assignment
  if (!checked.success) return res.status(400).json(checked.error);
  res.json(await prisma.user.create({ data: checked.data }));
});
app.post('/spread', async (req, res) => {
  const data = await Kept.parseAsync(req.body); // expect: mass-assignment
  res.json(await prisma.user.create({ data: { ...data, createdBy: 'web' } }));
});
app.post('/taken', async (req, res) => {
  const { success, data } = Any.safeParse(req.body); // expect: mass-assignment
  if (!success) return res.status(400).end();
  res.json(await prisma.user.create({ data }));
});
app.post('/described', async (req, res) => {
  const data = Described.parse(req.body); // ok: mass-assignment
  res.json(await prisma.user.create({ data }));
});
app.post('/stripped', async (req, res) => {
  const data = Kept.strip().parse(req.body); // ok: mass-assignment
  res.json(await prisma.user.create({ data }));
});
app.post('/strict', async (req, res) => {
  const data = Kept.strict().parse(req.body); // ok: mass-assignment
  res.json(await prisma.user.create({ data }));
});
app.post('/member', async (req, res) => {
  const { name } = Kept.parse(req.body); // ok: mass-assignment
  res.json(await prisma.user.create({ data: { name } }));
});
app.post('/twice', async (req, res) => {
  const data = Described.parse(Kept.parse(req.body)); // ok: mass-assignment
  res.json(await prisma.user.create({ data }));
});
app.post('/anything', async (req, res) => {
  const data = z.any().parse(req.body); // expect: mass-assignment
  res.json(await prisma.user.create({ data }));
});
app.post('/fields', async (req, res) => {
  const data = z.record(z.unknown()).parse(req.body); // expect: mass-assignment
  res.json(await prisma.user.create({ data }));
});
app.post('/asked', async (req, res) => {
  const data = z.any().pipe(Described).parse(req.body); // ok: mass-assignment
  res.json(await prisma.user.create({ data }));
});
app.post('/declared', async (req, res) => {
  const data = z.custom<{ name: string }>().parse(req.body); // expect: mass-assignment
  res.json(await prisma.user.create({ data }));
});
app.post('/checked', async (req, res) => {
  const data = z.custom<{ name: string }>((value) => isNamed(value)).parse(req.body); // ok: mass-assignment
  res.json(await prisma.user.create({ data }));
});
