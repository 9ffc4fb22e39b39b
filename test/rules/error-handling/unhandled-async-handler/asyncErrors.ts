// packages: express@4.21.0, express-async-errors@3.1.1, @prisma/client@6.0.0
import 'express-async-errors';
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

app.get('/orders', async (req, res) => { // ok: unhandled-async-handler
  res.json(await prisma.order.findMany({ take: 20 }));
});
