import express from 'express';
import { findUser } from '../users';

export const router = express.Router();

router.post('/login', async (req, res) => {
  const { email, plan } = req.body;
  const user = await findUser(email);
  console.log('Login attempt');
  console.log(`Login of [email] on ${plan}`);
  console.log('Login', { plan });
  console.log('Login', { plan });
  console.log('Login');
  res.json({ id: user.id });
});

router.get('/me', async (req, res) => {
  const user = await findUser(req.query.id);
  if (!user.id) return res.sendStatus(404);
  console.log(`Seen ${user.id}`);
  console.log('Seen', user.id, 'today');
  res.json({});
});
