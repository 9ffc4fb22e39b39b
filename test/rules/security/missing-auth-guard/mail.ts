import express from 'express';
import rateLimit from 'express-rate-limit';
import nodemailer from 'nodemailer';
import { Pool } from 'pg';

const app = express();
const transporter = nodemailer.createTransport({ host: 'mail.example.com' });
const pool = new Pool();

// What it wants is a limit, as the other rule says.
app.post('/quotes', async (req, res) => { // expect: missing-rate-limit
  await transporter.sendMail({ to: 'sales@example.com', subject: 'Quote', text: String(req.body.text) });
  res.json({ sent: true });
});

app.post('/callbacks-wanted', rateLimit({ windowMs: 60_000, limit: 3 }), async (req, res) => { // ok: missing-auth-guard
  await transporter.sendMail({ to: 'sales@example.com', subject: 'Call', text: String(req.body.phone) });
  res.json({ sent: true });
});

app.post('/offers', async (req, res) => { // expect: missing-auth-guard(error medium)
  await pool.query('insert into offers (text) values ($1)', [req.body.text]);
  await transporter.sendMail({ to: 'sales@example.com', subject: 'Offer', text: String(req.body.text) });
  res.json({ sent: true });
});

app.listen(3000);
