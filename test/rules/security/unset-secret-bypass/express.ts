// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import { PrismaClient } from '@prisma/client';
import express from 'express';
import jwt from 'jsonwebtoken';

const app = express();
const db = new PrismaClient();
const SECRET = process.env.CRON_SECRET;

app.post('/tasks/clean', async (req, res) => {
  if (SECRET && req.headers['x-key'] !== SECRET) return res.sendStatus(401); // expect: unset-secret-bypass(warning medium)
  //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ asks for CRON_SECRET only where it is set
  await db.session.deleteMany({ where: { old: true } });
  res.sendStatus(204);
});

const asksKey: express.RequestHandler = (req, res, next) => {
  const key = process.env.ADMIN_KEY;
  if (!key) {
    console.warn('ADMIN_KEY is not set');
    return next();
  }
  if (req.header('x-admin-key') !== key) return res.sendStatus(401); // expect: unset-secret-bypass
  next();
};

app.delete('/orders/:id', asksKey, async (req, res) => {
  await db.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// The same check, told once.
app.delete('/carts/:id', asksKey, async (req, res) => {
  await db.cart.delete({ where: { id: req.params.id } }); // ok: unset-secret-bypass
  res.sendStatus(204);
});

// It refuses where the setting is missing.
app.post('/tasks/shut', async (req, res) => {
  if (!SECRET || req.headers['x-key'] !== SECRET) return res.sendStatus(401); // ok: unset-secret-bypass
  await db.session.deleteMany({ where: { old: true } });
  res.sendStatus(204);
});

app.post('/tasks/failing', async (req, res) => {
  if (!SECRET) return res.sendStatus(500);
  if (req.headers['x-key'] !== SECRET) return res.sendStatus(401); // ok: unset-secret-bypass
  await db.session.deleteMany({ where: { old: true } });
  res.sendStatus(204);
});

// In development only.
app.post('/tasks/local', async (req, res) => {
  if (process.env.NODE_ENV === 'production' && req.headers['x-key'] !== process.env.TASK_KEY) return res.sendStatus(401); // ok: unset-secret-bypass
  await db.session.deleteMany({ where: { old: true } });
  res.sendStatus(204);
});

app.post('/tasks/staged', async (req, res) => {
  if (!SECRET && process.env.NODE_ENV === 'production') return res.sendStatus(500);
  if (SECRET && req.headers['x-key'] !== SECRET) return res.sendStatus(401); // ok: unset-secret-bypass
  await db.session.deleteMany({ where: { old: true } });
  res.sendStatus(204);
});

const asksStaged: express.RequestHandler = (req, res, next) => {
  const key = process.env.STAGED_KEY;
  if (!key) {
    if (process.env.NODE_ENV === 'production') return res.sendStatus(503);
    return next();
  }
  if (req.header('x-admin-key') !== key) return res.sendStatus(401); // ok: unset-secret-bypass
  next();
};

app.delete('/staged/:id', asksStaged, async (req, res) => {
  await db.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

const asksWarning: express.RequestHandler = (req, res, next) => {
  const key = process.env.WARNED_KEY;
  if (!key) {
    if (process.env.NODE_ENV === 'production') console.warn('no key');
    return next();
  }
  if (req.header('x-admin-key') !== key) return res.sendStatus(401); // expect: unset-secret-bypass
  next();
};

app.delete('/warned/:id', asksWarning, async (req, res) => {
  await db.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// Somebody else asks who calls.
app.post('/tasks/known', async (req, res) => {
  jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET!);
  if (SECRET && req.headers['x-key'] !== SECRET) return res.sendStatus(401); // ok: unset-secret-bypass
  await db.session.deleteMany({ where: { old: true } });
  res.sendStatus(204);
});

// Nothing that matters is behind it.
app.get('/version', (req, res) => {
  if (SECRET && req.headers['x-key'] !== SECRET) return res.sendStatus(401); // ok: unset-secret-bypass
  res.json({ version: 1 });
});
