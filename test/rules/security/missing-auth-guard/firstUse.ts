// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
let settings: { limit: number } | undefined;

/** What the first request finds missing is made once, whoever sends it. */
async function prepared() {
  if (!settings) {
    const made = await prisma.setting.create({ data: { limit: 10 } });
    settings = { limit: made.limit };
  }
  return settings;
}

app.post('/quote', async (_req, res) => { // ok: missing-auth-guard
  const { limit } = await prepared();
  res.json({ limit });
});

// What is kept in the function is made each time.
app.post('/offer', async (req, res) => { // expect: missing-auth-guard
  let kept: { limit: number } | undefined = req.body.kept;
  if (!kept) {
    kept = await prisma.setting.create({ data: { limit: 10 } });
  }
  res.json(kept);
});

// What stands behind the answer never runs.
app.post('/retired', async (req, res) => { // ok: missing-auth-guard
  return res.json({ status: 'ignored' });

  await prisma.setting.create({ data: { limit: Number(req.body.limit) } });
});

app.listen(3000);
