// packages: express@5.1.0, lodash@4.17.21
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import express from 'express';
import random from 'lodash/random';
import { sendMail } from './mail';
import { users } from './users';

const app = express();

app.post('/otp', async (req, res) => {
  const otp = Math.floor(100000 + Math.random() * 900000).toString(); // expect: insecure-randomness
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ otp comes from a generator that is not made for secrets
  await users.update(req.body.email, { otp });
  await sendMail(req.body.email, otp);
  res.sendStatus(204);
});

app.post('/reset', async (req, res) => {
  const resetToken = Math.random().toString(36).substring(2) + Date.now().toString(36); // expect: insecure-randomness
  await sendMail(req.body.email, resetToken);
  res.sendStatus(204);
});

app.post('/verify', async (req, res) => {
  const code = random(100000, 999999); // expect: insecure-randomness
  await users.update(req.body.email, { verificationCode: String(code) });
  res.sendStatus(204);
});

app.post('/invite', async (req, res) => {
  const inviteToken = createHash('sha256').update(`${req.body.email}-${Date.now()}`).digest('hex'); // expect: insecure-randomness
  res.json({ inviteToken });
});

app.post('/people', async (req, res) => {
  const password = Array.from({ length: 10 }, () => letters[Math.floor(Math.random() * letters.length)]).join(''); // expect: insecure-randomness
  await users.create({ ...req.body, password });
  res.sendStatus(201);
});

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

export function generateLoginCode(): string {
  let code = '';
  for (let i = 0; i < 8; i++) {
    const index = Math.floor(Math.random() * letters.length); // expect: insecure-randomness
    code += letters.charAt(index);
  }
  return code;
}

/** Whoever made it knows whose it is. */
export function createSession(userId: string) {
  const sessionId = `session_${Date.now()}_${Math.random().toString(36).slice(2)}`; // expect: insecure-randomness(warning medium)
  return { id: sessionId, userId };
}

/** It tells one visit from another. */
export function visit() {
  const sessionId = `visit_${Math.random().toString(36).slice(2)}`; // expect: insecure-randomness(warning low)
  return { sessionId };
}

export function safe(salt: string) {
  const otp = randomInt(100000, 1000000); // ok: insecure-randomness
  const token = randomBytes(16).toString('hex') + Date.now(); // ok: insecure-randomness
  const resetToken = `${Date.now()}-${randomUUID()}`; // ok: insecure-randomness
  const apiKey = createHash('sha256').update(salt + Date.now()).digest('hex'); // ok: insecure-randomness
  const signed = createHash('sha256').update(Date.now() + process.env.SIGNING_SECRET!).digest('hex'); // ok: insecure-randomness
  const tokenExpires = Date.now() + 3_600_000; // ok: insecure-randomness
  const otpCreatedAt = Date.now(); // ok: insecure-randomness
  const resetTokenExpiry = new Date(Date.now() + 3_600_000).getTime(); // ok: insecure-randomness
  return { otp, token, resetToken, apiKey, signed, tokenExpires, otpCreatedAt, resetTokenExpiry };
}

export function labels(names: string[]) {
  const orderNumber = `ORD-${Date.now()}-${Math.random().toString(36).slice(2, 7)}`; // ok: insecure-randomness
  const fileName = `${Date.now()}-${Math.round(Math.random() * 1e9)}.png`; // ok: insecure-randomness
  const confirmationCode = `PH${Date.now().toString().slice(-6)}`; // ok: insecure-randomness
  const code = Math.floor(Math.random() * 5); // ok: insecure-randomness
  const token = names[Math.floor(Math.random() * names.length)]; // ok: insecure-randomness
  const requestToken = Date.now(); // ok: insecure-randomness
  const mockToken = Math.random().toString(36); // ok: insecure-randomness
  if (Math.random() < 0.1) console.log('token'); // ok: insecure-randomness
  setTimeout(() => undefined, Math.random() * 1000); // ok: insecure-randomness
  return { orderNumber, fileName, confirmationCode, code, token, requestToken, mockToken };
}
