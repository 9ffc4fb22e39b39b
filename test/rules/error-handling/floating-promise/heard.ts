// packages: express@5.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

process.on('unhandledRejection', (reason) => console.error('unhandled', reason));

const prisma = new PrismaClient();
const app = express();

async function notify(id: string) {
  await prisma.notice.create({ data: { order: id } });
}

app.post('/orders/:id', (req, res) => {
  notify(req.params.id); // expect: floating-promise(warning medium)
//^^^^^^^^^^^^^^^^^^^^^ a listener of the process hears of it, and what was begun stays half done
  res.status(202).end();
});
