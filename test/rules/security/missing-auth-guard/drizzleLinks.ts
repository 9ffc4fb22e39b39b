// packages: express@5.1.0, drizzle-orm@0.45.0
import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { boolean, pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';
import express from 'express';

const sheets = pgTable('sheets', { id: serial().primaryKey(), signatureToken: text(), open: boolean(), signedAt: timestamp(), openedAt: timestamp() });
const users = pgTable('users', { id: serial().primaryKey(), email: text() });
const db = drizzle(process.env.DATABASE_URL!, { schema: { sheets, users } });
const app = express();

// Whoever was sent the link signs; nobody else can find the sheet.
app.post('/sheets/:link/sign', async (req, res) => { // ok: missing-auth-guard
  const sheet = await db.query.sheets.findFirst({ where: (t, { eq }) => eq(t.signatureToken, req.params.link) });
  if (!sheet) return res.status(404).end();
  await db.update(sheets).set({ signedAt: new Date() }).where(eq(sheets.id, sheet.id));
  res.end();
});

app.post('/sheets/:link/open', async (req, res) => { // ok: missing-auth-guard
  const [sheet] = await db.select().from(sheets).where(and(eq(sheets.signatureToken, req.params.link), eq(sheets.open, true)));
  if (!sheet) return res.status(404).end();
  await db.update(sheets).set({ openedAt: new Date() }).where(eq(sheets.id, sheet.id));
  res.end();
});

app.post('/sheets/:id/close', async (req, res) => { // expect: missing-auth-guard(error medium)
  const [sheet] = await db.select().from(sheets).where(eq(sheets.id, Number(req.params.id)));
  if (!sheet) return res.status(404).end();
  await db.update(sheets).set({ signatureToken: null }).where(eq(sheets.id, sheet.id));
  res.end();
});

app.post('/driver-self-register', async (req, res) => { // ok: missing-auth-guard
  await db.insert(users).values({ email: req.body.email });
  res.end();
});
app.post('/leads/collect', async (req, res) => { // ok: missing-auth-guard
  await db.insert(users).values({ email: req.body.email });
  res.end();
});
app.post('/ranking/users', async (req, res) => { // ok: missing-auth-guard
  await db.insert(users).values({ email: req.body.email });
  res.end();
});
app.post('/registers/close', async (req, res) => { // expect: missing-auth-guard(error medium)
  await db.insert(users).values({ email: req.body.email });
  res.end();
});
app.post('/leads/assign', async (req, res) => { // expect: missing-auth-guard(error medium)
  await db.insert(users).values({ email: req.body.email });
  res.end();
});
