// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

// A probe says by its status that something is down, each time that it is asked.
app.get('/health', async (_req, res) => {
  try {
    await prisma.$queryRaw`SELECT 1`;
    res.json({ up: true });
  } catch (error) { // ok: error-not-logged
    res.status(503).json({ up: false });
  }
});
app.get('/api/health-check/database', async (_req, res) => {
  try {
    await prisma.$queryRaw`SELECT 1`;
    res.json({ up: true });
  } catch (error) { // ok: error-not-logged
    res.status(500).json({ up: false });
  }
});
app.post('/health', async (req, res) => {
  try {
    res.json(await prisma.measurement.create({ data: { weight: Number(req.body.weight) } }));
  } catch (error) { // expect: error-not-logged
    res.status(500).json({ error: 'Not saved' });
  }
});
app.get('/healthy-recipes', async (_req, res) => {
  try {
    res.json(await prisma.recipe.findMany({ take: 20 }));
  } catch (error) { // expect: error-not-logged
    res.status(500).json({ error: 'No recipes' });
  }
});
