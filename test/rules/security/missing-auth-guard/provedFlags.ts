// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
const tidy = (text: unknown): string => String(text ?? '').trim();

// A variable is true only for those who know a secret.
app.post('/imports', async (req, res) => { // ok: missing-auth-guard
  const gate = process.env.GATE_ACCESS_CODE;
  const key = tidy(req.headers['x-gate-key']);
  let allowed = false;
  if (gate && same(key, gate)) allowed = true;
  if (!allowed) {
    if (process.env.ADMIN_TOKEN && req.headers['x-admin-token'] === process.env.ADMIN_TOKEN) allowed = true;
  }
  if (!allowed) return res.status(403).json({ error: 'closed' });
  res.json(await prisma.item.create({ data: { name: 'a' } }));
});

// One way to set it asks for nothing but presence.
app.post('/loose', async (req, res) => { // expect: missing-auth-guard
  let allowed = false;
  if (req.headers['x-admin-token'] === process.env.ADMIN_TOKEN) allowed = true;
  if (req.query.preview) allowed = true;
  if (!allowed) return res.status(403).json({ error: 'closed' });
  res.json(await prisma.item.create({ data: { name: 'b' } }));
});

// The proof and something else, of which one is enough.
app.post('/either', async (req, res) => { // expect: missing-auth-guard
  let allowed = false;
  if (req.headers['x-admin-token'] === process.env.ADMIN_TOKEN || req.query.preview) allowed = true;
  if (!allowed) return res.status(403).json({ error: 'closed' });
  res.json(await prisma.item.create({ data: { name: 'c' } }));
});

// True from the start.
app.post('/open', async (req, res) => { // expect: missing-auth-guard
  let allowed = true;
  if (req.headers['x-mode'] === 'strict') allowed = Boolean(req.headers['x-day']);
  if (!allowed) return res.status(403).json({ error: 'closed' });
  res.json(await prisma.item.create({ data: { name: 'd' } }));
});

// Compared as bytes, under names of their own.
app.post('/nightly', async (req, res) => { // ok: missing-auth-guard, presence-only-token-check
  const given = tidy(req.headers['x-cron-key']);
  const expected = (process.env.CRON_KEY ?? '').trim();
  if (!given || !expected) return res.status(401).end();
  const left = new TextEncoder().encode(given);
  const right = new TextEncoder().encode(expected);
  const isValid = left.length === right.length && timingSafeEqual(left, right);
  if (!isValid) return res.status(401).end();
  res.json(await prisma.item.deleteMany({}));
});

// A code of the environment is asked for in a function of the file.
async function backfill(req: express.Request, res: express.Response, apply: boolean) {
  const code = process.env.DESK_ACCESS_CODE;
  if (!code || (req.query.code ?? req.headers['x-desk-code']) !== code) return res.status(401).end();
  res.json(apply ? await prisma.item.updateMany({ data: { name: 'e' } }) : await prisma.item.count());
}
app.post('/backfill', (req, res) => backfill(req, res, true)); // ok: missing-auth-guard

// What stands in the environment and is no secret.
app.post('/country', async (req, res) => { // expect: missing-auth-guard
  if (req.body.country !== process.env.COUNTRY_CODE) return res.status(403).end();
  res.json(await prisma.item.create({ data: { name: createHash('sha1').update('f').digest('hex') } }));
});
