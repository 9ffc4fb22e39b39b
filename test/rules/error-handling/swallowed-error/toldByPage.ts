// file: src/support.ts
// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const app = express();
const prisma = new PrismaClient();

app.post('/letters', async (req, res) => {
  try {
    await prisma.letter.create({ data: { answer: String(req.body.answer) } });
    res.render('letters/sent', { sent: true });
  } catch (problem) { // ok: swallowed-error
    console.log(problem);
    res.render('error/500');
  }
});

app.post('/letters/short', async (req, res) => {
  try {
    await prisma.letter.create({ data: { answer: String(req.body.answer) } });
    res.send('success');
  } catch (problem) { // ok: swallowed-error
    console.log(problem);
    res.send('err');
  }
});

app.post('/letters/lost', async (req, res) => {
  try {
    await prisma.letter.create({ data: { answer: String(req.body.answer) } });
    res.render('letters/sent', { sent: true });
  } catch (problem) { // expect: swallowed-error
    console.log(problem);
    res.render('letters/sent', { sent: true });
  }
});

app.post('/letters/berries', async (req, res) => {
  try {
    await prisma.letter.create({ data: { answer: String(req.body.answer) } });
    res.send('success');
  } catch (problem) { // expect: swallowed-error
    console.log(problem);
    res.send('berries');
  }
});
