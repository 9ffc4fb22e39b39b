// packages: express@5.1.0, fastify@5.0.0, hono@4.6.0
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';

const app = express();
const fastify = Fastify();
const hono = new Hono();
const targets: Record<string, string> = { home: '/', help: '/help' };

app.get('/login', (req, res) => res.redirect(req.query.next as string)); // expect: open-redirect(warning medium)
app.get('/status', (req, res) => res.redirect(302, req.query.next as string)); // expect: open-redirect
app.get('/header', (req, res) => {
  res.setHeader('Location', req.query.next as string); // expect: open-redirect
  res.setHeader('X-Next', req.query.next as string); // ok: open-redirect
  res.writeHead(302, { Location: String(req.query.next) }); // expect: open-redirect
});
app.post('/fallback', (req, res) => {
  const { returnTo = '/' } = req.body;
  res.redirect(returnTo || '/'); // expect: open-redirect
});
app.get('/slash', (req, res) => res.redirect('/' + req.query.next)); // expect: open-redirect
app.get('/host', (req, res) => res.redirect(`https://${req.query.host}/`)); // expect: open-redirect
fastify.get('/login', (request, reply) => reply.redirect((request.query as any).next)); // expect: open-redirect
hono.get('/login', (c) => c.redirect(c.req.query('next') ?? '/')); // expect: open-redirect

app.get('/safe/path', (req, res) => {
  const next = String(req.query.next);
  if (!next.startsWith('/') || next.startsWith('//')) return res.redirect('/');
  res.redirect(next); // ok: open-redirect
});
app.get('/safe/list', (req, res) => res.redirect(targets[req.query.to as string] ?? '/')); // ok: open-redirect
app.get('/safe/host', (req, res) => {
  const url = new URL(String(req.query.next), 'https://example.com');
  if (url.origin !== 'https://example.com') return res.redirect('/');
  res.redirect(url.href); // ok: open-redirect
});
app.get('/safe/fixed', (req, res) => {
  res.redirect(`/orders/${req.query.id}`); // ok: open-redirect
  res.redirect(`https://example.com/search?q=${req.query.q}`); // ok: open-redirect
  res.redirect(`/${req.params.lang}/`); // ok: open-redirect
  res.redirect(req.originalUrl + '/'); // ok: open-redirect
  res.redirect(req.get('referer') ?? '/'); // ok: open-redirect
});
hono.get('/safe', (c) => c.redirect(`/items/${c.req.query('id')}`)); // ok: open-redirect
app.get('/safe/origin', (req, res) => {
  const own = new URL('https://example.com');
  const url = new URL(String(req.query.next));
  if (url.origin === own.origin) res.redirect(url.toString()); // ok: open-redirect
  else res.redirect(url.toString()); // expect: open-redirect
  res.redirect(checkTarget(req.query.next as string).href); // ok: open-redirect
});

function checkTarget(target: string): URL {
  const url = new URL(target);
  return isOwn(url) ? url : new URL('https://example.com');
}
declare function isOwn(url: URL): boolean;
