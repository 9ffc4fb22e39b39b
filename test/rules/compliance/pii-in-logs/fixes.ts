// file: src/routes/fixes.ts
// packages: express@5.1.0
import express from 'express';
import { findUser } from '../users';

export const router = express.Router();

router.post('/login', async (req, res) => {
  const { email, plan } = req.body;
  const user = await findUser(email);
  console.log('Login attempt', email); // expect: pii-in-logs
  console.log(`Login of ${email} on ${plan}`); // expect: pii-in-logs
  console.log('Login', { email, plan }); // expect: pii-in-logs
  console.log('Login', { plan, email: user.email }); // expect: pii-in-logs
  console.log('Login', { email }); // expect: pii-in-logs
  res.json({ id: user.id });
});

router.get('/me', async (req, res) => {
  const user = await findUser(req.query.id);
  if (!user.id) return res.sendStatus(404);
  console.log(`Seen ${user.email}`); // expect: pii-in-logs
  console.log('Seen', user.email, 'today'); // expect: pii-in-logs
  res.json({});
});
