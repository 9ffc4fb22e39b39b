// file: src/app.ts
// packages: express@4.21.0, zod@3.23.0, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import { z } from 'zod';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
const Note = z.object({ text: z.string() });

app.post('/logged', async (req, res) => {
  const parsed = Note.safeParse(req.body); // expect: unvalidated-input
  if (!parsed.success) console.warn(parsed.error);
  res.json(await prisma.note.create({ data: { text: req.body.text } }));
});

app.post('/heeded', async (req, res) => {
  const parsed = Note.safeParse(req.body); // ok: unvalidated-input
  if (!parsed.success) return res.status(400).json({ error: 'bad' });
  res.json(await prisma.note.create({ data: { text: parsed.data.text } }));
});
