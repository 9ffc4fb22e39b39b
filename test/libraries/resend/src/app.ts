// packages: express@5.1.0, resend@6.0.0
import express from 'express';
import { Resend } from 'resend';

const app = express();
const resend = new Resend(process.env.RESEND_API_KEY);
const mail = { from: 'shop@example.com', to: 'who@example.com', subject: 'Thanks', html: '<p>Thanks</p>' };

app.post('/dropped', async (req, res) => {
  await resend.emails.send(mail);
  res.json({ sent: true });
});

app.post('/looked', async (req, res) => {
  const { data, error } = await resend.emails.send(mail);
  if (error) return res.status(502).json({ error: 'Not sent' });
  res.json(data);
});

app.post('/many', async (req, res) => {
  const { data } = await resend.batch.send([mail]);
  res.json(data);
});

app.listen(3000);
