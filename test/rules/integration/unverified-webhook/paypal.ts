// file: src/webhooks.ts
// packages: express@4.21.0, axios@1.7.0, @prisma/client@6.0.0
import axios from 'axios';
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
const api = 'https://api-m.paypal.com';

app.post('/paypal/webhook', async (req, res, next) => { // ok: unverified-webhook
  try {
    const answer = await axios.post(`${api}/v1/notifications/verify-webhook-signature`, { webhook_id: process.env.WEBHOOK_ID, transmission_sig: req.headers['paypal-transmission-sig'], webhook_event: req.body });
    if (answer.data.verification_status !== 'SUCCESS') return res.status(403).end();
    await prisma.purchase.update({ where: { order: req.body.resource.id }, data: { paid: true } });
    res.end();
  } catch (err) {
    next(err);
  }
});

app.post('/paypal/fetched/webhook', async (req, res, next) => { // ok: unverified-webhook
  try {
    const answer = await fetch(`${api}/v1/notifications/verify-webhook-signature`, { method: 'POST', body: JSON.stringify({ webhook_event: req.body }) });
    const { verification_status } = await answer.json();
    if (verification_status !== 'SUCCESS') return res.status(403).end();
    await prisma.purchase.update({ where: { order: req.body.resource.id }, data: { paid: true } });
    res.end();
  } catch (err) {
    next(err);
  }
});

app.post('/paypal/asked/webhook', async (req, res, next) => { // expect: unverified-webhook
  try {
    const answer = await axios.post(`${api}/v1/notifications/verify-webhook-signature`, { webhook_event: req.body });
    console.log(answer.data.verification_status);
    await prisma.purchase.update({ where: { order: req.body.resource.id }, data: { paid: true } });
    res.end();
  } catch (err) {
    next(err);
  }
});

app.post('/paypal/other/webhook', async (req, res, next) => { // expect: unverified-webhook
  try {
    const answer = await axios.post(`${api}/v1/notifications/lookup`, { webhook_event: req.body });
    if (answer.data.verification_status !== 'SUCCESS') return res.status(403).end();
    await prisma.purchase.update({ where: { order: req.body.resource.id }, data: { paid: true } });
    res.end();
  } catch (err) {
    next(err);
  }
});

async function ask(path: string, body: unknown) {
  const answer = await fetch(api + path, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error('PayPal does not answer');
  return answer.json();
}

async function isGenuine(headers: Record<string, unknown>, event: unknown): Promise<boolean> {
  try {
    const result = (await ask('/v1/notifications/verify-webhook-signature', { transmission_sig: headers['paypal-transmission-sig'], webhook_event: event })) as { verification_status?: string };
    return result?.verification_status === 'SUCCESS';
  } catch {
    return false;
  }
}

async function isKnown(event: { id: string }): Promise<boolean> {
  const result = await ask('/v1/notifications/lookup', { id: event.id });
  return result?.verification_status === 'SUCCESS';
}

app.post('/paypal/genuine/webhook', async (req, res) => { // ok: unverified-webhook
  if (!(await isGenuine(req.headers, req.body))) return res.status(400).end();
  await prisma.purchase.update({ where: { order: req.body.resource.id }, data: { paid: true } });
  res.end();
});

app.post('/paypal/known/webhook', async (req, res) => { // expect: unverified-webhook
  if (!(await isKnown(req.body))) return res.status(400).end();
  await prisma.purchase.update({ where: { order: req.body.resource.id }, data: { paid: true } });
  res.end();
});

async function asked(headers: Record<string, unknown>, event: unknown): Promise<{ verified: boolean; reason?: string }> {
  const answer = await fetch(`${api}/v1/notifications/verify-webhook-signature`, { method: 'POST', body: JSON.stringify({ transmission_sig: headers['paypal-transmission-sig'], webhook_event: event }) });
  if (!answer.ok) return { verified: false, reason: 'no answer' };
  const data = await answer.json();
  return { verified: data.verification_status === 'SUCCESS' };
}

async function lookedUp(event: { id: string }): Promise<{ verified: boolean }> {
  const answer = await fetch(`${api}/v1/notifications/lookup`, { method: 'POST', body: JSON.stringify({ id: event.id }) });
  const data = await answer.json();
  return { verified: data.verification_status === 'SUCCESS' };
}

app.post('/paypal/verified/webhook', async (req, res) => { // ok: unverified-webhook
  const { verified } = await asked(req.headers, req.body);
  if (!verified) return res.status(401).end();
  await prisma.purchase.update({ where: { order: req.body.resource.id }, data: { paid: true } });
  res.end();
});

app.post('/paypal/unheeded/webhook', async (req, res) => { // expect: unverified-webhook
  const { verified, reason } = await asked(req.headers, req.body);
  if (!verified) console.warn('not from PayPal', reason);
  await prisma.purchase.update({ where: { order: req.body.resource.id }, data: { paid: true } });
  res.end();
});

app.post('/paypal/looked-up/webhook', async (req, res) => { // expect: unverified-webhook
  const { verified } = await lookedUp(req.body);
  if (!verified) return res.status(401).end();
  await prisma.purchase.update({ where: { order: req.body.resource.id }, data: { paid: true } });
  res.end();
});
