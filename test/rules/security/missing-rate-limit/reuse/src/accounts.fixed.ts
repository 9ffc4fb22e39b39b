import { Router } from 'express';
import bcrypt from 'bcryptjs';
import { saveUser } from './users';
import { strictLimiter } from './limits';

export const accounts = Router();

// Somebody has to be able to start.
accounts.post('/signup', strictLimiter, async (req, res) => {
  await saveUser(req.body.email, await bcrypt.hash(req.body.password, 12));
  res.sendStatus(201);
});
