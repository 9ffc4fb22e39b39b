// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

const invoices = express.Router();
invoices.get('/', requireUser, async (req, res) => res.json(await prisma.invoice.findMany()));
invoices.post('/', requireUser, async (req, res) => res.json(await prisma.invoice.create({ data: req.body })));
invoices.patch('/:id', requireUser, async (req, res) => res.json(await prisma.invoice.update({ where: { id: req.params.id }, data: req.body })));

// The router is guarded as a whole, its routes need nothing of their own.
const exports_ = express.Router();
exports_.use(requireUser);
exports_.post('/', async (req, res) => res.json(await prisma.invoice.create({ data: {} }))); // ok: inconsistent-auth-posture
exports_.delete('/:id', async (req, res) => res.json(await prisma.invoice.delete({ where: { id: req.params.id } }))); // ok: inconsistent-auth-posture

app.use('/api/invoices', invoices);
app.use('/api/invoices/exports', exports_);
app.listen(3000);
