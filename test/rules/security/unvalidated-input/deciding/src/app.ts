import { PrismaClient } from '@prisma/client';
import express from 'express';
import { orderIn } from './orders';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

function noteIn(body: any) {
  const text = typeof body.text === 'string' ? body.text : '';
  return text === '' ? null : { text };
}

async function stored(body: any) {
  return prisma.note.create({ data: { text: body.text } });
}

// A function of the project takes all of it and says whether to go on.
app.post('/notes', async (req, res) => {
  const note = noteIn(req.body); // ok: unvalidated-input
  if (!note) return res.status(400).json({ error: 'A note needs a text' });
  res.json(await prisma.note.create({ data: { text: note.text } }));
});

app.post('/orders', async (req, res) => {
  const body = req.body; // ok: unvalidated-input
  const { order, problem } = orderIn(body);
  if (problem) return res.status(400).json({ error: problem });
  res.json(await prisma.order.create({ data: { amount: order.amount } }));
});

// What it says decides nothing.
app.post('/heedless', async (req, res) => {
  const note = noteIn(req.body); // expect: unvalidated-input
  console.log('read');
  res.json(await prisma.note.create({ data: { text: req.body.text, note } }));
});

// It stores what it is handed; whether that worked is all it tells.
app.post('/stored', async (req, res) => {
  const note = await stored(req.body); // expect: unvalidated-input
  if (!note) return res.status(500).json({ error: 'Not stored' });
  res.json(note);
});

// One field decides, the others were never looked at.
app.post('/part', async (req, res) => {
  const { text, author } = req.body; // expect: unvalidated-input
  const note = noteIn({ text });
  if (!note) return res.status(400).json({ error: 'A note needs a text' });
  res.json(await prisma.note.create({ data: { text, author } }));
});

// A guard is handed the request, not what was sent.
app.post('/guarded', async (req, res) => {
  const late = isLate(req);
  if (late) return res.status(400).json({ error: 'Too late' });
  res.json(await prisma.note.create({ data: { text: req.body.text } })); // expect: unvalidated-input
});

function isLate(req: express.Request) {
  return req.headers['x-late'] === 'yes';
}
