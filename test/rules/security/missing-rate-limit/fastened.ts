// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const app = express();
const db = new PrismaClient();
app.use(express.json());

// To keep something on top of a list is nobody's code.
app.post('/api/boards/pin', async (req, res) => { // ok: missing-rate-limit
  await db.board.update({ where: { id: req.body.id }, data: { pinned: true } });
  res.json({});
});
app.patch('/api/boards/:id/pin', async (req, res) => { // ok: missing-rate-limit
  await db.board.update({ where: { id: req.params.id }, data: { pinned: true } });
  res.json({});
});

app.post('/api/doors/:id/pin', async (req, res) => { // expect: missing-rate-limit
  const door = await db.door.findFirst({ where: { id: req.params.id, digits: req.body.digits } });
  res.json({ open: door !== null });
});
app.post('/api/unlock/pin', async (req, res) => { // expect: missing-rate-limit
  const door = await db.door.findFirst({ where: { digits: req.body.digits } });
  res.json({ open: door !== null });
});
