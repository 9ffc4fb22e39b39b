import { Router } from 'express';
import bcrypt from 'bcryptjs';
import { saveUser } from './users';

export const accounts = Router();

// Somebody has to be able to start.
accounts.post('/signup', async (req, res) => { // expect: missing-rate-limit
  await saveUser(req.body.email, await bcrypt.hash(req.body.password, 12));
  res.sendStatus(201);
});
