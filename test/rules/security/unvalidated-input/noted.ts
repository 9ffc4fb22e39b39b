// packages: express@5.1.0, express-validator@7.2.0, mongoose@8.8.0
import express from 'express';
import { body, validationResult } from 'express-validator';
import mongoose from 'mongoose';

const Account = mongoose.model('Account', new mongoose.Schema({ email: String }));
const app = express();

// Nobody asks what the check has found.
app.post('/accounts', body('email').isEmail(), async (req, res) => {
  const { email } = req.body; // expect: unvalidated-input
//                  ^^^^^^^^ nobody asks for it
  res.json(await Account.create({ email }));
});

app.post('/members', body('email').isEmail(), async (req, res) => {
  if (!validationResult(req).isEmpty()) return res.status(400).end();
  const { email } = req.body; // ok: unvalidated-input
  res.json(await Account.create({ email }));
});

const refuse = (req, res, next) => {
  if (!validationResult(req).isEmpty()) return res.status(400).end();
  next();
};
app.post('/guests', [body('email').isEmail(), refuse], async (req, res) => {
  const { email } = req.body; // ok: unvalidated-input
  res.json(await Account.create({ email }));
});

const run = (checks) => async (req, res, next) => {
  for (const check of checks) await check.run(req);
  if (!validationResult(req).isEmpty()) return res.status(400).end();
  next();
};
app.post('/visitors', run([body('email').isEmail()]), async (req, res) => {
  const { email } = req.body; // ok: unvalidated-input
  res.json(await Account.create({ email }));
});
