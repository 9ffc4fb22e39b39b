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
