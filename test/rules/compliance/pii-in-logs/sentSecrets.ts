// packages: express@5.1.0, winston@3.17.0, zod@4.0.0, @prisma/client@6.0.0, bcrypt@5.1.1
import bcrypt from 'bcrypt';
import express from 'express';
import { PrismaClient } from '@prisma/client';
import { createLogger } from 'winston';
import { z } from 'zod';

const app = express();
const logger = createLogger();
const Login = z.object({ email: z.string(), password: z.string() });
const prisma = new PrismaClient();

app.post('/login', async (req, res) => {
  logger.debug('login', req.body); // expect: pii-in-logs(error low)
  const { email, password } = req.body;
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return res.sendStatus(401);
  res.end();
});
app.post('/register', async (req, res) => {
  console.log(req.body); // expect: pii-in-logs
  res.json(await prisma.user.create({ data: { email: req.body.email, hash: await bcrypt.hash(req.body.password, 10) } }));
});
app.post('/a', async (req, res) => {
  const body = req.body;
  console.log('body', body); // expect: pii-in-logs
  res.json(await prisma.user.create({ data: { email: body.email, hash: await bcrypt.hash(body.password, 10) } }));
});
app.post('/b', async (req, res) => {
  console.log(`body ${JSON.stringify(req.body)}`); // expect: pii-in-logs
  const { password } = req.body;
  res.json(await bcrypt.hash(password, 10));
});
app.post('/c', async (req, res) => {
  console.log(req.body.items); // ok: pii-in-logs
  const { items } = req.body;
  console.log(req.body); // expect: pii-in-logs(warning medium)
  res.json(items);
});
app.post('/d', async (req, res) => {
  const { password, ...rest } = req.body;
  console.log(rest); // ok: pii-in-logs
  res.json(await bcrypt.hash(password, 10));
});
app.post('/e', async (req, res) => {
  console.log({ ...req.body, password: undefined }); // ok: pii-in-logs
  console.log({ ...req.body, password: '***' }); // ok: pii-in-logs
  res.json(await bcrypt.hash(req.body.password, 10));
});
app.post('/f', async (req, res) => {
  const data = req.body;
  delete data.password;
  console.log(data); // ok: pii-in-logs
  res.json(await bcrypt.hash(req.body.password, 10));
});
app.post('/g', async (req, res) => {
  console.log(req.body); // expect: pii-in-logs(error high)
  const { password } = Login.parse(req.body);
  res.json(await bcrypt.hash(password, 10));
});
app.post('/h', async (req, res) => {
  const parsed = Login.safeParse(req.body);
  if (!parsed.success) {
    logger.warn('refused', { body: req.body }); // expect: pii-in-logs(error high)
    return res.sendStatus(400);
  }
  const { password } = parsed.data;
  res.json(await bcrypt.hash(password, 10));
});
