// packages: express@5.1.0, @prisma/client@6.0.0
import { readFile } from 'node:fs';
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

app.get('/orders', async (req, res) => { // ok: unhandled-async-handler
  res.json(await prisma.order.findMany({ take: 20 }));
});
app.get('/report', async (req, res) => { // ok: unhandled-async-handler
  readFile('report.csv', 'utf8', async (err, text) => { // expect: unhandled-async-handler(warning medium)
    await prisma.report.create({ data: { text } });
    res.send(text);
  });
});
