// packages: express@5.1.0, jsonwebtoken@9.0.3, jwt-decode@4.0.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import jwt from 'jsonwebtoken';
import { jwtDecode as read } from 'jwt-decode';

const prisma = new PrismaClient();
const app = express();

app.get('/orders', async (req, res) => {
  const header = req.headers.authorization;
  const token = header?.split(' ')[1];
  const claims = jwt.decode(token!) as { sub: string }; // expect: unverified-session-source
  //             ^^^^^^^^^^^^^^^^^^ reads a token without verifying its signature
  res.json(await prisma.order.findMany({ where: { userId: claims.sub } }));
});

app.get('/invoices', async (req, res) => {
  const { role } = read<{ role: string }>(req.cookies.session); // expect: unverified-session-source
  if (role !== 'admin') return res.status(403).json({ error: 'Forbidden' });
  res.json(await prisma.invoice.findMany());
});

app.get('/payments', async (req, res) => {
  const token = req.headers.authorization!.slice(7);
  const payload = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64').toString()); // expect: unverified-session-source
  res.json(await prisma.payment.findMany({ where: { userId: payload.id } }));
});

// The signature is verified in the same handler; decoding only tells which key to use.
app.get('/profile', async (req, res) => {
  const token = req.headers.authorization!.slice(7);
  const { kid } = jwt.decode(token, { complete: true })!.header; // ok: unverified-session-source
  const claims = jwt.verify(token, await keyFor(kid!)) as { sub: string };
  res.json(await prisma.user.findUnique({ where: { id: claims.sub } }));
});

// Only when it ends is looked at.
app.get('/expiry', (req, res) => {
  const claims = jwt.decode(req.headers.authorization!.slice(7)) as { exp: number }; // ok: unverified-session-source
  res.json({ endsAt: claims.exp });
});

// What a provider answered over TLS is not of the caller's making.
app.get('/callback', async (req, res) => {
  const answer = await fetch('https://accounts.example.com/token', { method: 'POST', body: String(req.query.code), signal: AbortSignal.timeout(5_000) });
  const { id_token: token } = await answer.json();
  const { email } = jwt.decode(token) as { email: string }; // ok: unverified-session-source
  res.json(await prisma.user.findUnique({ where: { email } }));
});

// const claims = jwt.decode(req.headers.authorization);
app.get('/health', (req, res) => res.json({ up: true })); // ok: unverified-session-source

async function keyFor(kid: string): Promise<string> {
  return process.env[`KEY_${kid}`]!;
}
app.listen(3000);
