import { PrismaClient } from '@prisma/client';
import express from 'express';
import './env';

const app = express();
const db = new PrismaClient();

app.post('/tasks/clean', async (req, res) => {
  if (process.env.CRON_SECRET && req.headers['x-key'] !== process.env.CRON_SECRET) return res.sendStatus(401); // expect: unset-secret-bypass(warning low)
  await db.session.deleteMany({ where: { old: true } });
  return res.sendStatus(204);
});
