// packages: express@5.1.0
import express from 'express';
import { limits } from './limits';

const app = express();

app.use((req, res, next) => {
  req.wanted = { address: req.query.address, size: Number(req.query.size) };
  req.fixed = 'https://images.example.com/logo.png';
  req.limits = limits;
  req.other ??= req.query.other;
  next();
});

app.get('/preview', async (req, res) => {
  const answer = await fetch(req.wanted.address); // expect: ssrf
  res.send(await answer.text());
});
app.get('/logo', async (req, res) => {
  const answer = await fetch(req.fixed); // ok: ssrf
  res.send(await answer.text());
});
app.get('/sized', async (req, res) => {
  const answer = await fetch(`https://images.example.com/${req.wanted.size}`); // ok: ssrf
  res.send(await answer.text());
});
app.get('/limited', async (req, res) => {
  const answer = await fetch(req.limits.address); // ok: ssrf
  res.send(await answer.text());
});

app.get('/other', async (req, res) => {
  const answer = await fetch(req.other); // expect: ssrf
  res.send(await answer.text());
});

// Handed over by nobody who is known.
export function show(job: { wanted: { address: string } }) {
  job.wanted = { address: 'https://images.example.com' };
  return fetch(job.wanted.address); // ok: ssrf
}
