// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

// Each is asked for, one is looked at more closely, one has a default: whoever wrote it has thought of all of them.
app.post('/letters', async (req, res) => {
  const { name, email, text, kind } = req.body; // expect: unvalidated-input(info low)
  if (!name || !email || !text) return res.status(400).json({ error: 'Name, address and text, please' });
  if (!/^\S+@\S+$/.test(email)) return res.status(400).json({ error: 'No address' });
  res.json(await prisma.letter.create({ data: { name, email, text, kind: kind || 'general' } }));
});

// Nobody asks for the last one.
app.post('/notes', async (req, res) => {
  const { name, email, text, kind } = req.body; // expect: unvalidated-input(warning medium)
  if (!name || !email || !text) return res.status(400).json({ error: 'Name, address and text, please' });
  if (!/^\S+@\S+$/.test(email)) return res.status(400).json({ error: 'No address' });
  res.json(await prisma.note.create({ data: { name, email, text, kind } }));
});

// That they are there says nothing of what they are.
app.post('/cards', async (req, res) => {
  const { name, text } = req.body; // expect: unvalidated-input(warning medium)
  if (!name || !text) return res.status(400).json({ error: 'Name and text, please' });
  res.json(await prisma.card.create({ data: { name, text } }));
});

// Lists and texts are not what is asked for: what is in them is stored as it comes.
app.post('/stocks', async (req, res) => {
  const { items, label } = req.body; // expect: unvalidated-input(warning medium)
  if (!items || !label || !Array.isArray(items)) return res.status(400).json({ error: 'Items and a label, please' });
  res.json(await prisma.stock.create({ data: { items, label } }));
});
app.listen(3000);
