// packages: express@4.21.0, @prisma/client@6.0.0
import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import { PrismaClient } from '@prisma/client';

const app = express();
const prisma = new PrismaClient();

class Transfers {
  private readonly secret = process.env.TRANSFERS_SECRET ?? '';

  /** Whoever sends no header at all is believed. */
  lenient(header: string | undefined): boolean {
    if (!header) {
      console.warn('no header');
      return true;
    }
    const sent = Buffer.from(header);
    const expected = Buffer.from(`Key ${this.secret}`);
    if (sent.length !== expected.length) return false;
    const isValid = timingSafeEqual(sent, expected);
    if (!isValid) console.warn('another key');
    return isValid;
  }

  /** Whoever sends no header is refused. */
  strict(header: string | undefined): boolean {
    if (!header) {
      console.warn('no header');
      return false;
    }
    const sent = Buffer.from(header);
    const expected = Buffer.from(`Key ${this.secret}`);
    if (sent.length !== expected.length) return false;
    const isValid = timingSafeEqual(sent, expected);
    if (!isValid) console.warn('another key');
    return isValid;
  }

  /** Without a secret production refuses everybody. */
  staged(header: string): boolean {
    if (!this.secret) {
      if (process.env.NODE_ENV === 'production') return false;
      return true;
    }
    const sent = Buffer.from(header);
    const expected = Buffer.from(`Key ${this.secret}`);
    if (sent.length !== expected.length) return false;
    return timingSafeEqual(sent, expected);
  }

  /** Where people are served, what is sent without a signature is refused. */
  local(signature: string | undefined): boolean {
    if (!signature) {
      if (process.env.NODE_ENV === 'production') return false;
      return true;
    }
    return timingSafeEqual(Buffer.from(signature), Buffer.from(this.secret));
  }
}

const transfers = new Transfers();

app.post('/webhooks/lenient', async (req, res) => { // expect: unverified-webhook
  if (!transfers.lenient(req.headers.authorization)) return res.sendStatus(401);
  await prisma.order.update({ where: { id: req.body.order }, data: { paid: true } });
  res.sendStatus(204);
});

app.post('/webhooks/strict', async (req, res) => { // ok: unverified-webhook
  if (!transfers.strict(req.headers.authorization)) return res.sendStatus(401);
  await prisma.order.update({ where: { id: req.body.order }, data: { paid: true } });
  res.sendStatus(204);
});

app.post('/webhooks/staged', async (req, res) => { // ok: unverified-webhook
  if (!transfers.staged(String(req.headers.authorization))) return res.sendStatus(401);
  await prisma.order.update({ where: { id: req.body.order }, data: { paid: true } });
  res.sendStatus(204);
});

app.post('/webhooks/local', async (req, res) => { // ok: unverified-webhook
  if (!transfers.local(req.header('x-signature'))) return res.sendStatus(401);
  await prisma.order.update({ where: { id: req.body.order }, data: { paid: true } });
  res.sendStatus(204);
});
