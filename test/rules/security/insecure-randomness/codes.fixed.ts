import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import express from 'express';
import random from 'lodash/random';
import { sendMail } from './mail';
import { users } from './users';

const app = express();

app.post('/otp', async (req, res) => {
  const otp = randomInt(100000, 1000000).toString();
  await users.update(req.body.email, { otp });
  await sendMail(req.body.email, otp);
  res.sendStatus(204);
});

app.post('/reset', async (req, res) => {
  const resetToken = randomBytes(16).toString('hex') + Date.now().toString(36);
  await sendMail(req.body.email, resetToken);
  res.sendStatus(204);
});

app.post('/verify', async (req, res) => {
  const code = random(100000, 999999);
  await users.update(req.body.email, { verificationCode: String(code) });
  res.sendStatus(204);
});

app.post('/invite', async (req, res) => {
  const inviteToken = createHash('sha256').update(`${req.body.email}-${Date.now()}`).digest('hex');
  res.json({ inviteToken });
});

app.post('/people', async (req, res) => {
  const password = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');
  await users.create({ ...req.body, password });
  res.sendStatus(201);
});

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

export function generateLoginCode(): string {
  let code = '';
  for (let i = 0; i < 8; i++) {
    const index = randomInt(letters.length);
    code += letters.charAt(index);
  }
  return code;
}

/** Whoever made it knows whose it is. */
export function createSession(userId: string) {
  const sessionId = `session_${Date.now()}_${randomBytes(16).toString('hex')}`;
  return { id: sessionId, userId };
}

/** It tells one visit from another. */
export function visit() {
  const sessionId = `visit_${randomBytes(16).toString('hex')}`;
  return { sessionId };
}

export function safe(salt: string) {
  const otp = randomInt(100000, 1000000);
  const token = randomBytes(16).toString('hex') + Date.now();
  const resetToken = `${Date.now()}-${randomUUID()}`;
  const apiKey = createHash('sha256').update(salt + Date.now()).digest('hex');
  const signed = createHash('sha256').update(Date.now() + process.env.SIGNING_SECRET!).digest('hex');
  const tokenExpires = Date.now() + 3_600_000;
  const otpCreatedAt = Date.now();
  const resetTokenExpiry = new Date(Date.now() + 3_600_000).getTime();
  return { otp, token, resetToken, apiKey, signed, tokenExpires, otpCreatedAt, resetTokenExpiry };
}

export function labels(names: string[]) {
  const orderNumber = `ORD-${Date.now()}-${Math.random().toString(36).slice(2, 7)}`;
  const fileName = `${Date.now()}-${Math.round(Math.random() * 1e9)}.png`;
  const confirmationCode = `PH${Date.now().toString().slice(-6)}`;
  const code = Math.floor(Math.random() * 5);
  const token = names[Math.floor(Math.random() * names.length)];
  const requestToken = Date.now();
  const mockToken = Math.random().toString(36);
  if (Math.random() < 0.1) console.log('token');
  setTimeout(() => undefined, Math.random() * 1000);
  return { orderNumber, fileName, confirmationCode, code, token, requestToken, mockToken };
}
