// packages: express@5.1.0, @prisma/client@6.0.0, zod@4.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import { z } from 'zod';

const prisma = new PrismaClient();
const app = express();

app.post('/notes', async (req, res) => {
  const { title, subject, reason, comment, phone } = req.body; // expect: unvalidated-input
  if (!title || subject === undefined) {
    res.status(400).json({ error: 'A title and a subject are required' });
    return;
  }
  // A list of nothing is no refusal.
  if (!phone) return res.json([]);
  const words = reason.split(' ');
  const more = title.length > 10 ? comment.trim() : undefined;
  res.json(await prisma.note.create({ data: { title, subject, words, comment, phone, more } }));
});

// A field that may hold anything is let through.
app.put('/notes', async (req, res) => {
  const { title, value } = req.body; // expect: unvalidated-input
  res.json(await prisma.note.create({ data: { title, value } }));
});

// What else is in a body that is handed on whole, nobody knows here.
app.post('/drafts', async (req, res) => {
  const draft = req.body; // expect: unvalidated-input
  if (!draft.title) return res.status(400).end();
  res.json(await keep(draft));
});

// Words that somebody else decides about are not any text.
app.patch('/notes', async (req, res) => {
  const { status } = req.body; // expect: unvalidated-input
  res.json(await prisma.note.create({ data: { status } }));
});

async function keep(draft: object): Promise<object> {
  return prisma.note.create({ data: { text: JSON.stringify(draft) } });
}
export const known = z.string();
