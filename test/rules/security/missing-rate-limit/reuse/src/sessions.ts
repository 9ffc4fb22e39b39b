import { Router } from 'express';
import bcrypt from 'bcryptjs';
import { strictLimiter } from './limits';
import { hashOf, savePassword } from './users';

export const sessions = Router();

sessions.post('/login', strictLimiter, async (req, res) => {
  res.json({ ok: await bcrypt.compare(req.body.password, await hashOf(req.body.email)) });
});
sessions.post('/reset-password', strictLimiter, async (req, res) => {
  await savePassword(req.body.token, await bcrypt.hash(req.body.password, 12));
  res.sendStatus(204);
});
