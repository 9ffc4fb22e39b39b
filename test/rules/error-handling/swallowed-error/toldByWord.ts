// packages: @prisma/client@6.0.0, express@4.21.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();

async function rename(id: string, name: string) {
  try {
    await prisma.wallet.update({ where: { id }, data: { name } });
    return 'success';
  } catch {
    return 'error';
  }
}

async function nameOf(id: string) {
  try {
    return (await prisma.wallet.findFirst({ where: { id } }))?.name ?? '';
    // expect-next-line: swallowed-error
  } catch {
    return 'nobody';
  }
}

app.put('/wallets/:id', async (req, res) => {
  const outcome = await rename(req.params.id, String(req.body.name));
  res.status(outcome === 'success' ? 200 : 400).json({ outcome, was: await nameOf(req.params.id) });
});
