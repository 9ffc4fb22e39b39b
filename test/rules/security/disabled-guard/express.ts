// packages: express@5.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();
const AUTH_ENABLED = false;

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

function requireAdmin(req, res, next) {
  return next();
  if (req.user?.role !== 'admin') return res.status(403).json({ error: 'Forbidden' });
  next();
}

function checkUser(req, res, next) {
  if (AUTH_ENABLED && !req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

function letThrough(req, res, next) {
  if (true || req.query.open) return next();
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

app.get('/api/orders', requireUser, async (req, res) => res.json(await prisma.order.findMany())); // ok: disabled-guard
app.post('/api/orders', requireUser, async (req, res) => res.json(await prisma.order.create({ data: req.body }))); // ok: disabled-guard
app.patch('/api/orders/:id', requireUser, async (req, res) => res.json(await prisma.order.update({ where: { id: req.params.id }, data: req.body }))); // ok: disabled-guard

app.post('/api/orders/export', /* requireUser, */ async (req, res) => res.json(await prisma.order.updateMany({ data: { exported: true } }))); // expect: disabled-guard
app.delete( // expect: disabled-guard
  '/api/orders/:id',
  // requireUser,
  async (req, res) => res.json(await prisma.order.delete({ where: { id: req.params.id } })),
);

app.post('/api/refunds', requireAdmin, async (req, res) => res.json(await prisma.refund.create({ data: req.body }))); // expect: disabled-guard
app.post('/api/invoices', checkUser, async (req, res) => res.json(await prisma.invoice.create({ data: req.body }))); // expect: disabled-guard
app.post('/api/payments', letThrough, async (req, res) => res.json(await prisma.payment.create({ data: req.body }))); // expect: disabled-guard

app.post('/api/notes', async (req, res) => { // expect: disabled-guard
  // TODO: re-enable auth before launch
  res.json(await prisma.note.create({ data: req.body }));
});

app.post('/api/files', async (req, res) => {
  if (false && !req.user) return res.status(401).json({ error: 'Sign in first' }); // expect: disabled-guard
  res.json(await prisma.file.create({ data: req.body }));
});

// The other guard still stands.
app.delete('/api/notes/:id', /* requireAdmin, */ requireUser, async (req, res) => res.json(await prisma.note.delete({ where: { id: req.params.id } }))); // ok: disabled-guard

// An explanation is no code that was switched off.
app.post('/api/tags', async (req, res) => { // ok: disabled-guard
  /** requireUser(req, res, next); */
  res.json(await prisma.tag.create({ data: req.body }));
});

// The endpoint is switched off as a whole.
app.post('/api/search', async (req, res) => { // ok: disabled-guard
  return res.json({ results: [] });
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  res.json(await prisma.document.updateMany({ data: req.body }));
});

// requireUser is called by the router in front of it, as the page on guards explains.
app.get('/api/status', async (req, res) => res.json({ up: true })); // ok: disabled-guard

// Public on purpose.
app.post('/api/newsletter', /* requireUser, */ async (req, res) => res.json(await prisma.subscriber.create({ data: req.body }))); // ok: disabled-guard

app.listen(3000);
