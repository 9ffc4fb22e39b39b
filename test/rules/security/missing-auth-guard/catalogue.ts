// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

// What may be bought is shown to whoever asks; what somebody bought is not.
app.get('/api/subscriptions/plans', async (_req, res) => res.json(await prisma.subscriptionPlan.findMany())); // ok: missing-auth-guard
app.get('/api/subscriptions/plans/:id', async (_req, res) => res.json(await prisma.subscriptionPlan.findMany())); // ok: missing-auth-guard
app.get('/api/subscriptions/:id', async (_req, res) => res.json(await prisma.subscription.findMany())); // expect: missing-auth-guard(warning medium)
app.listen(3000);
