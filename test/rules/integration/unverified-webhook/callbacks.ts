// file: server/routes.ts
// packages: express@4.21.0, @prisma/client@6.0.0, twilio@5.3.0
import express from 'express';
import twilio from 'twilio';
import { PrismaClient } from '@prisma/client';

const app = express();
const prisma = new PrismaClient();
app.use(express.urlencoded({ extended: false }));

// The telephone service tells how a call went.
app.post('/api/twilio/status-callback', async (req, res) => { // expect: unverified-webhook
  await prisma.call.update({ where: { sid: req.body.CallSid }, data: { status: req.body.CallStatus } });
  res.send('OK');
});

app.post('/api/signed/status-callback', async (req, res) => { // ok: unverified-webhook
  const isGenuine = twilio.validateRequest(process.env.TWILIO_AUTH_TOKEN!, req.header('x-twilio-signature')!, `${process.env.BASE_URL}${req.originalUrl}`, req.body);
  if (!isGenuine) return res.sendStatus(403);
  await prisma.call.update({ where: { sid: req.body.CallSid }, data: { status: req.body.CallStatus } });
  res.send('OK');
});

// Whoever signs in comes back here.
app.post('/auth/callback', async (req, res) => { // ok: unverified-webhook
  await prisma.login.create({ data: { state: req.body.state } });
  res.redirect('/');
});
