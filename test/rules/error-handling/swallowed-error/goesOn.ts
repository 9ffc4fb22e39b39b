// packages: express@5.1.0, @prisma/client@6.0.0, nodemailer@6.9.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import nodemailer from 'nodemailer';

const app = express();
const db = new PrismaClient();
const mail = nodemailer.createTransport('smtp://localhost');

app.post('/orders', async (req, res) => {
  try {
    await db.order.create({ data: { note: String(req.body.note) } });
  } catch (error) { // expect: swallowed-error(error medium)
  //^^^^^^^^^^^^^^ success is reported all the same
    console.error(error);
  }
  res.json({ ok: true });
});

app.post('/contact', async (req, res) => {
  const text = String(req.body.text);
  if (!text) return res.sendStatus(400);
  try {
    await mail.sendMail({ to: 'shop@example.com', text });
  } catch (error) { // expect: swallowed-error
    console.error('mail failed', error);
  }
  return res.status(200).json({ message: 'Thank you' });
});

app.post('/webhooks/orders', async (req, res) => {
  try {
    await db.order.create({ data: { note: String(req.body.note) } });
  } catch (error) { // expect: swallowed-error
    console.error(error);
  }
  res.sendStatus(200);
});

// It is looked at what came of it.
app.post('/looked', async (req, res) => {
  let order;
  try {
    order = await db.order.create({ data: { note: String(req.body.note) } });
  } catch (error) { // ok: swallowed-error
    console.error(error);
  }
  if (!order) return res.sendStatus(500);
  res.json({ ok: true });
});

app.post('/told', async (req, res) => {
  let isStored = false;
  try {
    await db.order.create({ data: { note: String(req.body.note) } });
    isStored = true;
  } catch (error) { // ok: swallowed-error
    console.error(error);
  }
  res.json({ isStored });
});

// What was asked for is done.
app.post('/besides', async (req, res) => {
  await db.order.create({ data: { note: String(req.body.note) } });
  try {
    await mail.sendMail({ to: 'shop@example.com', text: 'An order' });
  } catch (error) { // ok: swallowed-error
    console.error(error);
  }
  res.json({ ok: true });
});

// What nobody can look into may be what was asked for.
declare const mailer: { send(to: string): Promise<boolean> };
app.post('/elsewhere', async (req, res) => {
  const isSent = await mailer.send(String(req.body.to));
  try {
    await db.letter.create({ data: { note: String(req.body.note) } });
  } catch (error) { // ok: swallowed-error
    console.error(error);
  }
  if (!isSent) return res.sendStatus(502);
  res.json({ ok: true });
});

app.post('/read', async (req, res) => {
  const user = await db.user.findFirst({ where: { id: String(req.body.user) } });
  if (!user) return res.sendStatus(404);
  try {
    await db.order.create({ data: { userId: user.id } });
  } catch (error) { // expect: swallowed-error
    console.error(error);
  }
  res.json({ ok: true });
});

app.post('/optional', async (req, res) => {
  // Best effort: the list is only a convenience.
  try {
    await db.order.create({ data: { note: String(req.body.note) } });
  } catch (error) { // ok: swallowed-error
    console.error(error);
  }
  res.json({ ok: true });
});

// Only a failure gets to what follows.
app.post('/otherwise', async (req, res) => {
  try {
    await db.order.create({ data: { note: String(req.body.note) } });
    return res.json({ ok: true });
  } catch (error) { // ok: swallowed-error
    console.error(error);
  }
  res.status(500).json({ ok: false });
});

app.post('/failing', async (req, res) => {
  try {
    await db.order.create({ data: { note: String(req.body.note) } });
  } catch (error) { // ok: swallowed-error
    console.error(error);
    return res.sendStatus(500);
  }
  res.json({ ok: true });
});
