// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const app = express();
const prisma = new PrismaClient();

app.post('/trigger-webhook', express.json(), async (req, res) => { // ok: unverified-webhook
  await prisma.delivery.create({ data: { event: req.body.event } });
  res.json({});
});
