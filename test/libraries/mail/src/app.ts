// packages: express@5.1.0, nodemailer@7.0.0, @sendgrid/mail@8.0.0
import sgMail from '@sendgrid/mail';
import express from 'express';
import nodemailer from 'nodemailer';

const app = express();
const transport = nodemailer.createTransport({ host: 'smtp.example.com', port: 587 });
const limited = nodemailer.createTransport({ host: 'smtp.example.com', connectionTimeout: 5_000 });
const mail = { from: 'shop@example.com', to: 'who@example.com', subject: 'Thanks', text: 'Thanks' };

app.post('/smtp', async (req, res) => {
  await transport.sendMail(mail);
  await limited.sendMail(mail);
  res.json({ sent: true });
});

app.post('/http', async (req, res) => {
  sgMail.setApiKey(process.env.SENDGRID_API_KEY!);
  await sgMail.send(mail);
  res.json({ sent: true });
});

app.listen(3000);
