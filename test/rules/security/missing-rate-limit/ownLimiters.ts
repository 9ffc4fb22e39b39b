// packages: express@5.1.0, bcryptjs@3.0.0, rate-limiter-flexible@9.0.0, @upstash/ratelimit@2.0.0, @upstash/redis@1.0.0, @arcjet/node@1.0.0, openai@6.0.0
import express from 'express';
import bcrypt from 'bcryptjs';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import arcjet, { tokenBucket } from '@arcjet/node';
import { checkLimits } from 'some-limiter-package';

const app = express();
const flexible = new RateLimiterMemory({ points: 5, duration: 60 });
const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(5, '1 m') });
const aj = arcjet({ key: process.env.ARCJET_KEY!, rules: [tokenBucket({ mode: 'LIVE', refillRate: 5, interval: 10, capacity: 10 })] });
const hits = new Map<string, { count: number; until: number }>();
declare function findUser(email: string): Promise<{ hash: string; loginAttempts: number }>;

app.post('/a/login', async (req, res) => { // ok: missing-rate-limit
  const { success } = await ratelimit.limit(req.ip!);
  if (!success) return res.sendStatus(429);
  res.json({ ok: await bcrypt.compare(req.body.password, (await findUser(req.body.email)).hash) });
});
// It counts, and nobody looks at what it says.
app.post('/b/login', async (req, res) => { // expect: missing-rate-limit
  await ratelimit.limit(req.ip!);
  res.json({ ok: await bcrypt.compare(req.body.password, (await findUser(req.body.email)).hash) });
});
app.post('/b2/login', async (req, res) => { // expect: missing-rate-limit
  const { success } = await ratelimit.limit(req.ip!);
  res.json({ ok: await bcrypt.compare(req.body.password, (await findUser(req.body.email)).hash) });
});
app.post('/c/login', async (req, res) => { // ok: missing-rate-limit
  try {
    await flexible.consume(req.ip!);
  } catch {
    return res.sendStatus(429);
  }
  res.json({ ok: await bcrypt.compare(req.body.password, (await findUser(req.body.email)).hash) });
});
app.post('/d/login', async (req, res) => { // ok: missing-rate-limit
  const decision = await aj.protect(req, { requested: 1 });
  if (decision.isDenied()) return res.sendStatus(429);
  res.json({ ok: await bcrypt.compare(req.body.password, (await findUser(req.body.email)).hash) });
});

function isLimited(ip: string): boolean {
  const entry = hits.get(ip);
  if (!entry || entry.until < Date.now()) {
    hits.set(ip, { count: 1, until: Date.now() + 60_000 });
    return false;
  }
  return ++entry.count > 5;
}
function checkRate(ip: string): boolean {
  return ratelimit.limit(ip).then(({ success }) => success) as never;
}
app.post('/e/login', async (req, res) => { // ok: missing-rate-limit
  if (isLimited(req.ip!)) return res.status(429).json({ error: 'Slow down' });
  res.json({ ok: await bcrypt.compare(req.body.password, (await findUser(req.body.email)).hash) });
});
app.post('/f/login', async (req, res) => { // ok: missing-rate-limit
  if (!(await checkRate(req.ip!))) return res.status(400).json({ error: 'Slow down' });
  res.json({ ok: await bcrypt.compare(req.body.password, (await findUser(req.body.email)).hash) });
});
// Nobody can look into it, but its name says what it does.
app.post('/g/login', async (req, res) => { // ok: missing-rate-limit
  if (!(await checkLimits(req.ip))) return res.sendStatus(400);
  res.json({ ok: await bcrypt.compare(req.body.password, (await findUser(req.body.email)).hash) });
});
function throttleByAddress(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (isLimited(req.ip!)) return void res.status(429).end();
  next();
}
app.post('/h/login', throttleByAddress, async (req, res) => { // ok: missing-rate-limit
  res.json({ ok: await bcrypt.compare(req.body.password, (await findUser(req.body.email)).hash) });
});
// The account is closed after too many tries.
app.post('/i/login', async (req, res) => { // ok: missing-rate-limit
  const user = await findUser(req.body.email);
  if (user.loginAttempts > 5) return res.status(403).json({ error: 'Locked' });
  res.json({ ok: await bcrypt.compare(req.body.password, user.hash) });
});
// What another service says is passed on: nobody is limited here.
app.post('/j/login', async (req, res) => { // expect: missing-rate-limit
  const answer = await fetch('https://captured.example.com/login', { method: 'POST', signal: AbortSignal.timeout(5000) });
  if (answer.status === 429) return res.status(429).json({ error: 'Busy' });
  res.json({ ok: await bcrypt.compare(req.body.password, (await findUser(req.body.email)).hash) });
});
// A page of rows is no limit.
app.post('/k/login', async (req, res) => { // expect: missing-rate-limit
  const limit = Math.min(Number(req.query.limit), 10);
  const user = await findUser(req.body.email);
  res.json({ ok: await bcrypt.compare(req.body.password, user.hash), limit });
});
declare const store: { get(key: string): Promise<unknown>; set(key: string, value: string, options: { ttl: number }): Promise<void> };
// Whoever tried a moment ago has to wait: counted by hand, for each address.
app.post('/l/login', async (req, res) => { // ok: missing-rate-limit
  const waiting = await store.get(`login:${req.ip}`);
  if (waiting) return res.status(400).json({ error: 'Please wait a moment' });
  await store.set(`login:${req.ip}`, '1', { ttl: 20 });
  res.json({ ok: await bcrypt.compare(req.body.password, (await findUser(req.body.email)).hash) });
});
