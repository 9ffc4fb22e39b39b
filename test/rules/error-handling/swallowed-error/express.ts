// packages: express@5.1.0, @prisma/client@6.0.0
import { access, readFile, unlink } from 'node:fs/promises';
import express from 'express';
import { PrismaClient } from '@prisma/client';
import { sendReceipt } from './mail';

const prisma = new PrismaClient();
const app = express();

app.post('/orders', async (req, res) => {
  const order = await prisma.order.create({ data: {} });
  try {
    await prisma.audit.create({ data: { order: order.id } });
  } catch {} // expect: swallowed-error(error medium)
  try {
    await sendReceipt(order);
  } catch (err) { // expect: swallowed-error(warning medium)
    // TODO
  }
  await sendReceipt(order).catch(() => {}); // expect: swallowed-error
  await sendReceipt(order).catch(() => null); // expect: swallowed-error
  res.json(order);
});
app.post('/paid', async (req, res) => {
  try {
    await prisma.order.update({ where: { id: req.body.id }, data: { paid: true } });
    res.json({ ok: true });
  } catch (err) { // expect: swallowed-error(error)
    console.log(err);
    res.json({ ok: true });
  }
});
app.get('/orders', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch { // expect: swallowed-error(warning)
    res.json([]);
  }
});
app.post('/webhooks/shop', async (req, res) => {
  try {
    await prisma.event.create({ data: req.body });
    res.sendStatus(200);
  } catch (err) { // expect: swallowed-error(error)
    console.error('webhook', err);
    res.sendStatus(200);
  }
});

export async function countOrders(): Promise<number | null> {
  try {
    return await prisma.order.count();
    // expect-next-line: swallowed-error
  } catch (err) {
    return null;
  }
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch { // ok: swallowed-error
    return null;
  }
}

export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch { // ok: swallowed-error
    return false;
  }
}

export async function optional(): Promise<string> {
  const settings = await readFile('settings.json', 'utf8').catch(() => '{}'); // ok: swallowed-error
  const extra = await import('./extra').catch(() => undefined); // ok: swallowed-error
  return extra ? settings : '';
}

export async function tidyUp(client: { close(): Promise<void>; query(sql: string): Promise<void> }): Promise<void> {
  try {
    await client.query('COMMIT');
  } catch (err) { // ok: swallowed-error
    await client.query('ROLLBACK').catch(() => {}); // ok: swallowed-error
    throw err;
  } finally {
    await client.close().catch(() => {}); // ok: swallowed-error
  }
  await unlink('upload.tmp').catch(() => {}); // ok: swallowed-error
}

export async function retry<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (err) { // ok: swallowed-error
      if (attempt === 3) throw err;
    }
  }
}

export async function announce(order: { id: string }): Promise<void> {
  try {
    await sendReceipt(order);
  } catch {
    // Receipts are sent again by the nightly run.
  } // ok: swallowed-error
  void sendReceipt(order).catch(() => {}); // ok: swallowed-error
  await sendReceipt(order).catch(() => undefined); /* the receipt keeps its failure: do not retry */ // ok: swallowed-error
  await sendReceipt(order).catch((err) => console.warn('receipt', err)); // ok: swallowed-error
}

app.put('/orders', async (req, res, next) => {
  let failed = false;
  try {
    await prisma.order.updateMany({ data: { seen: true } });
  } catch (err) { // ok: swallowed-error
    failed = true;
  }
  try {
    await prisma.order.count();
  } catch (err) { // ok: swallowed-error
    next(err);
  }
  try {
    await prisma.order.count();
  } catch (err) { // ok: swallowed-error
    res.status(503).json({ error: 'Try again later', failed });
  }
});
