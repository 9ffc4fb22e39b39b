import { PrismaClient } from '@prisma/client';
import express from 'express';
import { z } from 'zod';

const prisma = new PrismaClient();
const app = express();

const CreateNoteBody = z.object({
  title: z.string(),
  subject: z.string(),
  reason: z.string(),
  comment: z.string().optional(),
  phone: z.string().optional(),
});

app.post('/notes', async (req, res) => {
  const parsed = CreateNoteBody.safeParse(req.body);
  if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });
  const { title, subject, reason, comment, phone } = parsed.data;
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

const UpdateNoteBody = z.object({ title: z.string().optional(), value: z.any().optional() });
// A field that may hold anything is let through.
app.put('/notes', async (req, res) => {
  const parsed = UpdateNoteBody.safeParse(req.body);
  if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });
  const { title, value } = parsed.data;
  res.json(await prisma.note.create({ data: { title, value } }));
});

// What else is in a body that is handed on whole, nobody knows here.
app.post('/drafts', async (req, res) => {
  const draft = req.body;
  if (!draft.title) return res.status(400).end();
  res.json(await keep(draft));
});

// Words that somebody else decides about are not any text.
app.patch('/notes', async (req, res) => {
  const { status } = req.body;
  res.json(await prisma.note.create({ data: { status } }));
});

async function keep(draft: object): Promise<object> {
  return prisma.note.create({ data: { text: JSON.stringify(draft) } });
}
export const known = z.string();
