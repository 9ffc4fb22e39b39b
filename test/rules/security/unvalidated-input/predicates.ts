// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

interface Note {
  title: string;
  text: string;
}

function isNote(value: unknown): value is Note {
  return typeof value === 'object' && value !== null && 'title' in value && typeof (value as Note).title === 'string';
}

function assertNote(value: unknown): asserts value is Note {
  if (!isNote(value)) throw new Error('no note');
}

function trusted(value: unknown): value is Note {
  return true;
}

// A function that tells the compiler what a value is, having looked at it, has checked it.
app.post('/notes', async (req, res) => {
  if (!isNote(req.body)) return res.status(400).end(); // ok: unvalidated-input
  const { title, text } = req.body;
  res.json(await prisma.note.create({ data: { title, text } }));
});
app.post('/notes/draft', async (req, res) => {
  const note: unknown = req.body; // ok: unvalidated-input
  assertNote(note);
  res.json(await prisma.note.create({ data: { title: note.title, text: note.text } }));
});
app.post('/notes/believed', async (req, res) => {
  if (!trusted(req.body)) return res.status(400).end(); // expect: unvalidated-input
  const { title, text } = req.body;
  res.json(await prisma.note.create({ data: { title, text } }));
});
