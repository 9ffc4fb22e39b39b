// file: src/app.ts
// packages: express@5.1.0, jsonwebtoken@9.0.2, @prisma/client@6.0.0, express-validator@7.2.0
import express from 'express';
import { body, validationResult } from 'express-validator';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
const secret = process.env.JWT_SECRET!;

app.post('/enter', body('email').isEmail(), body('otp').isLength({ min: 6 }), async (req, res) => {
  if (!validationResult(req).isEmpty()) return res.status(400).end();
  const user = await prisma.user.findFirst({ where: { email: req.body.email, otp: req.body.otp } }); // ok: session-without-proof
  res.json({ token: jwt.sign({ id: user!.id }, secret) });
});

app.post('/enter-at-once', async (req, res) => {
  const user = await prisma.user.findFirst({ where: { email: req.body.email, otp: req.body.otp } }); // expect: session-without-proof
  res.json({ token: jwt.sign({ id: user!.id }, secret) });
});

app.listen(3000);
