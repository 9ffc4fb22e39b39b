// packages: express@5.1.0 @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const app = express();
const prisma = new PrismaClient();
const expected = process.env.INTAKE_TOKEN;

app.use(express.json());

// Another server of ours sends what it has.
app.post('/intake', async (req, res) => {
  if (!expected || req.headers['x-intake-token'] !== expected) return res.status(401).json({ error: 'Unauthorized' });
  await prisma.patient.create({ data: req.body }); // ok: mass-assignment
  res.sendStatus(204);
});

app.post('/patients', async (req, res) => {
  await prisma.patient.create({ data: req.body }); // expect: mass-assignment
  res.sendStatus(204);
});

app.listen(3000);
