// file: src/app.ts
// packages: express@5.1.0, @acme/express-session@2.0.0, @acme/session-guard@1.0.0, @prisma/client@6.0.0
import session from '@acme/express-session';
import { sessionGuard } from '@acme/session-guard';
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();
// A package that keeps sessions lets everybody through, whoever publishes it.
app.use(session({ secret: process.env.SESSION_SECRET! }));

app.delete('/orders/:id', async (req, res) => { // expect: missing-auth-guard
  await prisma.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// What is called a guard may well be one.
app.delete('/invoices/:id', sessionGuard(), async (req, res) => { // ok: missing-auth-guard
  await prisma.invoice.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
