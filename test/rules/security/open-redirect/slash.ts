// packages: express@5.1.0, hono@4.6.0
import express from 'express';
import { Hono } from 'hono';

const app = express();
const hono = new Hono();

// Browsers take `//other.example` and `/\other.example` for addresses of another host.
app.get('/alone', (req, res) => {
  const next = String(req.query.next);
  if (!next.startsWith('/')) return res.redirect('/');
  res.redirect(next); // expect: open-redirect(warning medium)
  //           ^^^^ only has to begin with a slash
});
app.get('/chosen', (req, res) => {
  const next = req.query.next as string;
  const target = next.startsWith('/') ? next : '/';
  res.redirect(target); // expect: open-redirect
});
app.get('/chosen/here', (req, res) => {
  const next = req.query.next as string;
  res.redirect(next?.startsWith('/') ? next : '/'); // expect: open-redirect
});
hono.get('/resolved', (c) => {
  const next = c.req.query('next') ?? '/';
  if (next.startsWith('/')) return c.redirect(new URL(next, c.req.url).toString()); // expect: open-redirect
  return c.redirect('/');
});
app.get('/behind', (req, res) => {
  const next = String(req.query.next);
  if (next.startsWith('/')) return res.redirect('/' + next); // expect: open-redirect
  res.redirect('/');
});

app.get('/safe/both', (req, res) => {
  const next = String(req.query.next);
  if (!next.startsWith('/') || next.startsWith('//')) return res.redirect('/');
  res.redirect(next); // ok: open-redirect
});
app.get('/safe/kept', (req, res) => {
  const next = String(req.query.next);
  const isLocal = next.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\');
  res.redirect(isLocal ? next : '/'); // ok: open-redirect
});
app.get('/safe/second', (req, res) => {
  const next = String(req.query.next);
  if (next.startsWith('/') && next[1] !== '/' && next[1] !== '\\') return res.redirect(next); // ok: open-redirect
  res.redirect('/');
});
app.get('/safe/scheme', (req, res) => {
  const next = String(req.query.next);
  if (next.startsWith('/') && !next.includes('//')) return res.redirect(next); // ok: open-redirect
  res.redirect('/');
});
app.get('/safe/origin', (req, res) => {
  const next = String(req.query.next);
  const base = 'https://example.com';
  if (next.startsWith('/') && new URL(next, base).origin === base) return res.redirect(next); // ok: open-redirect
  res.redirect('/');
});
app.get('/safe/below', (req, res) => {
  const next = String(req.query.next);
  if (next.startsWith('/orders/')) return res.redirect(next); // ok: open-redirect
  res.redirect('/');
});
// Behind a host the slash ends it.
app.get('/safe/hosted', (req, res) => {
  const next = String(req.query.next);
  const target = next.startsWith('/') ? next : '/';
  const { origin } = new URL(String(req.headers.referer));
  res.redirect(`https://example.com${target}`); // ok: open-redirect
  res.redirect(`${origin}${target}`); // ok: open-redirect
});
app.get('/hosted', (req, res) => res.redirect(`https://example.com${req.query.next}`)); // expect: open-redirect
app.get('/safe/denied', (req, res) => {
  const next = String(req.query.next);
  const isLocal = next.startsWith('/') && !next.startsWith('//');
  if (!isLocal) return res.redirect('/');
  res.redirect(next); // ok: open-redirect
});
app.get('/otherwise', (req, res) => {
  const next = String(req.query.next);
  const isLocal = next.startsWith('/') && !next.startsWith('//');
  if (isLocal) return res.redirect('/');
  res.redirect(next); // expect: open-redirect
});
