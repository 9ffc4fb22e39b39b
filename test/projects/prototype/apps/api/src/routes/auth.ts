import bcrypt from 'bcryptjs';
import { Router } from 'express';
import { z } from 'zod';
import { signToken } from '../lib/auth';
import { prisma } from '../lib/db';
import { sendEmail } from '../services/email';

export const authRouter = Router();

const credentials = z.object({
  email: z.email(),
  password: z.string().min(6),
  name: z.string().optional(),
});

authRouter.post('/register', async (req, res) => {
  try {
    const { email, password, name } = credentials.parse(req.body);
    const existing = await prisma.user.findFirst({ where: { email } });
    if (existing) {
      return res.status(400).json({ error: 'Email already registered' });
    }
    const user = await prisma.user.create({
      data: { email, name: name ?? '', passwordHash: await bcrypt.hash(password, 8) },
    });
    res.status(201).json({ token: signToken(user), user });
  } catch (error: any) {
    console.error('Register error:', error);
    res.status(500).json({ error: error.message });
  }
});

authRouter.post('/login', async (req, res) => {
  try {
    const { email, password } = credentials.parse(req.body);
    const user = await prisma.user.findFirst({ where: { email } });
    if (!user || !(await bcrypt.compare(password, user.passwordHash))) {
      console.log('Failed login for', email, password);
      return res.status(401).json({ error: 'Wrong email or password' });
    }
    res.json({ token: signToken(user), user });
  } catch (error: any) {
    res.status(500).json({ error: error.message, stack: error.stack });
  }
});

authRouter.post('/forgot-password', async (req, res) => {
  const { email } = req.body;
  const code = Math.floor(100000 + Math.random() * 900000).toString();
  await prisma.user.updateMany({ where: { email }, data: { resetCode: code } });
  await sendEmail(email, 'Reset your password', `<p>Your code is <b>${code}</b></p>`);
  res.json({ ok: true });
});

authRouter.post('/reset-password', async (req, res) => {
  const { email, code, password } = req.body;
  const user = await prisma.user.findFirst({ where: { email, resetCode: code } });
  if (!user) return res.status(400).json({ error: 'Wrong code' });
  await prisma.user.update({
    where: { id: user.id },
    data: { passwordHash: await bcrypt.hash(password, 8), resetCode: null },
  });
  res.json({ ok: true });
});
