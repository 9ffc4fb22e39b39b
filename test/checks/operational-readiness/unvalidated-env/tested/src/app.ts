import express from 'express';

const app = express();
const key = process.env.STRIPE_KEY!;
if (!key) throw new Error('STRIPE_KEY is not set');
if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL is not set');

class Sms {
  private password: string;

  constructor() {
    this.password = process.env.SMS_PASSWORD || '';
  }

  isReady() {
    return !!this.password;
  }
}
export const sms = new Sms();

app.get('/a', (req, res) => {
  const secret = process.env.JWT_SECRET ?? '';
  if (secret === '') return res.sendStatus(500);
  res.json([key, process.env.DATABASE_URL!]);
});
