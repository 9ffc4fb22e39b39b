// packages: express@4.21.0
import { timingSafeEqual } from 'node:crypto';
import express from 'express';

const app = express();

// Whoever makes a link for somebody else does not know the secret.
app.get('/webhooks/pages', (req, res) => {
  const mode = req.query['hub.mode'];
  const token = req.query['hub.verify_token'];
  const challenge = req.query['hub.challenge'];
  if (mode === 'subscribe' && token === process.env.VERIFY_TOKEN) {
    return res.status(200).send(challenge); // expect: xss-raw-html(warning low)
  }
  res.sendStatus(403);
});
app.get('/webhooks/refused', (req, res) => {
  if (req.query['hub.verify_token'] !== process.env.VERIFY_TOKEN) return res.sendStatus(403);
  res.send(req.query['hub.challenge']); // expect: xss-raw-html(warning low)
});
app.get('/webhooks/safely', (req, res) => {
  const token = Buffer.from(String(req.query['hub.verify_token']));
  if (!timingSafeEqual(token, Buffer.from(process.env.VERIFY_TOKEN!))) return res.sendStatus(403);
  res.send(req.query['hub.challenge']); // expect: xss-raw-html(warning low)
});
app.get('/webhooks/unchecked', (req, res) => {
  if (req.query['hub.mode'] !== 'subscribe') return res.sendStatus(403);
  res.send(req.query['hub.challenge']); // expect: xss-raw-html(warning medium)
});
app.get('/webhooks/there', (req, res) => {
  if (!req.query['hub.verify_token']) return res.sendStatus(403);
  res.send(req.query['hub.challenge']); // expect: xss-raw-html(warning medium)
});
// Those who are signed in are the ones a link is sent to.
app.get('/greeting', (req, res) => {
  if (!req.user) return res.sendStatus(401);
  res.send(`<p>Hello ${req.query.name}</p>`); // expect: xss-raw-html(warning medium)
});
