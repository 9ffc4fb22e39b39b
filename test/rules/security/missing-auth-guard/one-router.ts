// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

// Everything in one file: what is asked elsewhere says little of what is shown here.
app.post('/api/bids', requireUser, async (req, res) => res.json(await prisma.bid.create({ data: { userId: req.user.id } }))); // ok: missing-auth-guard
app.post('/api/cards', requireUser, async (req, res) => res.json(await prisma.card.create({ data: { userId: req.user.id } }))); // ok: missing-auth-guard
app.post('/api/offers', requireUser, async (req, res) => res.json(await prisma.offer.create({ data: { userId: req.user.id } }))); // ok: missing-auth-guard
app.post('/api/trades', requireUser, async (req, res) => res.json(await prisma.trade.create({ data: { userId: req.user.id } }))); // ok: missing-auth-guard
app.post('/api/wins', requireUser, async (req, res) => res.json(await prisma.win.create({ data: { userId: req.user.id } }))); // ok: missing-auth-guard
app.post('/api/losses', requireUser, async (req, res) => res.json(await prisma.losse.create({ data: { userId: req.user.id } }))); // ok: missing-auth-guard
app.post('/api/picks', requireUser, async (req, res) => res.json(await prisma.pick.create({ data: { userId: req.user.id } }))); // ok: missing-auth-guard
app.post('/api/lines', requireUser, async (req, res) => res.json(await prisma.line.create({ data: { userId: req.user.id } }))); // ok: missing-auth-guard
app.post('/api/boxes', requireUser, async (req, res) => res.json(await prisma.boxe.create({ data: { userId: req.user.id } }))); // ok: missing-auth-guard
app.post('/api/rounds', requireUser, async (req, res) => res.json(await prisma.round.create({ data: { userId: req.user.id } }))); // ok: missing-auth-guard
app.get('/api/games/today', async (_req, res) => res.json(await prisma.game.findMany({ take: 20 }))); // ok: missing-auth-guard
app.get('/api/games/:id/stats', async (req, res) => res.json(await prisma.gameStat.findMany({ where: { gameId: req.params.id }, take: 20 }))); // ok: missing-auth-guard
app.get('/api/teams', async (_req, res) => res.json(await prisma.team.findMany({ take: 20 }))); // ok: missing-auth-guard
// Where some of it is kept from strangers, the rest is reported; what people have and owe always is.
app.get('/api/reports', requireUser, async (_req, res) => res.json(await prisma.report.findMany({ take: 20 }))); // ok: missing-auth-guard
app.get('/api/reports/latest', async (_req, res) => res.json(await prisma.report.findFirst())); // expect: missing-auth-guard(warning medium)
app.get('/api/invoices/recent', async (_req, res) => res.json(await prisma.invoice.findMany({ take: 20 }))); // expect: missing-auth-guard(warning medium)
app.listen(3000);
