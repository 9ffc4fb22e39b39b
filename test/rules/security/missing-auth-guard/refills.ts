// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

const poems = {
  find: (name: string) => prisma.poem.findUnique({ where: { name } }),
  add: (poem: { name: string; lines: string }) => prisma.poem.create({ data: poem }),
};

// A copy of what another site shows everybody.
app.get('/poems/:name', async (req, res) => { // ok: missing-auth-guard
  let poem = await poems.find(req.params.name);
  if (!poem) {
    try {
      const answer = await fetch(`https://poems.example/${encodeURIComponent(req.params.name)}`);
      if (answer.ok) {
        const found = await answer.json();
        const made = { name: req.params.name, lines: found.lines.join('\n') };
        poem = await poems.add(made);
      }
    } catch (error) {
      console.error(error);
    }
  }
  res.json(poem);
});
app.get('/songs/:name', async (req, res) => { // ok: missing-auth-guard
  let song = await prisma.song.findUnique({ where: { name: req.params.name } });
  if (!song) {
    const answer = await fetch(`https://songs.example/${encodeURIComponent(req.params.name)}`);
    song = await prisma.song.create({ data: { name: req.params.name, text: await answer.text() } });
  }
  res.json(song);
});

// What is stored comes from whoever asks.
app.post('/poets', async (req, res) => { // expect: missing-auth-guard
  let poet = await prisma.poet.findFirst({ where: { name: req.body.name } });
  if (!poet) {
    const answer = await fetch('https://poems.example/rules');
    const rules = await answer.json();
    poet = await prisma.poet.create({ data: { name: req.body.name, rules } });
  }
  res.json(poet);
});
app.post('/readings/:name', async (req, res) => { // expect: missing-auth-guard
  let reading = await prisma.reading.findFirst({ where: { name: req.params.name } });
  if (!reading) {
    await fetch('https://poems.example/told', { method: 'POST' });
    reading = await prisma.reading.create({ data: { name: req.params.name } });
  }
  res.json(reading);
});

app.listen(3000);
