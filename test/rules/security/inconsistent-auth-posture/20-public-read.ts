// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();


function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

// Everybody may look at the catalogue, members change it.
app.get('/api/products', async (req, res) => res.json(await prisma.product.findMany())); // ok: inconsistent-auth-posture
app.post('/api/products', requireUser, async (req, res) => res.json(await prisma.product.create({ data: req.body }))); // ok: inconsistent-auth-posture
app.get('/api/products/:id', async (req, res) => res.json(await prisma.product.findMany())); // ok: inconsistent-auth-posture
app.patch('/api/products/:id', requireUser, async (req, res) => res.json(await prisma.product.update({ where: { id: req.params.id }, data: req.body }))); // ok: inconsistent-auth-posture
app.delete('/api/products/:id', requireUser, async (req, res) => res.json(await prisma.product.delete({ where: { id: req.params.id } }))); // ok: inconsistent-auth-posture

// What may be bought is shown to whoever asks; what was bought is not.
app.get('/api/subscriptions/plans', async (req, res) => res.json(await prisma.plan.findMany())); // ok: inconsistent-auth-posture
app.get('/api/subscriptions/plans/:id', async (req, res) => res.json(await prisma.plan.findMany())); // ok: inconsistent-auth-posture
app.post('/api/subscriptions/plans', requireUser, async (req, res) => res.json(await prisma.plan.create({ data: {} }))); // ok: inconsistent-auth-posture
app.get('/api/subscriptions/mine', requireUser, async (req, res) => res.json(await prisma.subscription.findMany())); // ok: inconsistent-auth-posture
app.post('/api/subscriptions/cancel', requireUser, async (req, res) => res.json(await prisma.subscription.updateMany({ data: {} }))); // ok: inconsistent-auth-posture
app.post('/api/subscriptions/renew', requireUser, async (req, res) => res.json(await prisma.subscription.updateMany({ data: {} }))); // ok: inconsistent-auth-posture
app.post('/api/subscriptions/pause', requireUser, async (req, res) => res.json(await prisma.subscription.updateMany({ data: {} }))); // ok: inconsistent-auth-posture
app.get('/api/subscriptions/history', async (req, res) => res.json(await prisma.subscription.findMany())); // expect: inconsistent-auth-posture

// A provider sends people back to where nobody is signed in yet.
app.get('/api/admin/mails/callback', async (req, res) => res.json(await prisma.mailToken.create({ data: {} }))); // ok: inconsistent-auth-posture
app.get('/api/admin/mails/status', requireUser, async (req, res) => res.json(await prisma.mailToken.findMany())); // ok: inconsistent-auth-posture
app.post('/api/admin/mails/test', requireUser, async (req, res) => res.json(await prisma.mail.create({ data: {} }))); // ok: inconsistent-auth-posture
app.post('/api/admin/mails/send', requireUser, async (req, res) => res.json(await prisma.mail.create({ data: {} }))); // ok: inconsistent-auth-posture
app.post('/api/admin/mails/reset', async (req, res) => res.json(await prisma.mail.deleteMany())); // expect: inconsistent-auth-posture

// Of what is private, reading is no less than writing.
app.get('/api/invoices/:id', async (req, res) => res.json(await prisma.invoice.findMany())); // expect: inconsistent-auth-posture(warning medium)
app.delete('/api/invoices/:id', requireUser, async (req, res) => res.json(await prisma.invoice.delete({ where: { id: req.params.id } }))); // ok: inconsistent-auth-posture

// A form that anybody may send, and a list of what was sent.
app.get('/api/enquiries', requireUser, async (req, res) => res.json(await prisma.enquiry.findMany())); // ok: inconsistent-auth-posture
app.post('/api/enquiries', async (req, res) => res.json(await prisma.enquiry.create({ data: req.body }))); // ok: inconsistent-auth-posture
app.listen(3000);
