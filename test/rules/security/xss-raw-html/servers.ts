// packages: express@5.1.0, hono@4.6.0, fastify@5.0.0, sanitize-html@2.13.0, escape-html@1.0.3, marked@14.0.0
import escapeHtml from 'escape-html';
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { createServer } from 'node:http';

const app = express();
const hono = new Hono();
const fastify = Fastify();
const pages = ['home', 'help'];

app.get('/hello', (req, res) => {
  res.send(`<h1>Hello ${req.query.name}</h1>`); // expect: xss-raw-html(warning medium)
});
app.get('/unknown/:id', (req, res) => {
  res.status(404).send('Unknown user: ' + req.params.id); // expect: xss-raw-html
});
app.get('/echo', (req, res) => res.send(req.query.q)); // expect: xss-raw-html
app.post('/preview', async (req, res) => {
  res.write('<article>');
  res.write(`${await marked(req.body.text)}</article>`); // expect: xss-raw-html(warning low)
  res.end();
});
hono.get('/hello', (c) => c.html(`<h1>Hello ${c.req.query('name')}</h1>`)); // expect: xss-raw-html
fastify.get('/hello', (request, reply) => reply.type('text/html').send(`<h1>${(request.query as any).name}</h1>`)); // expect: xss-raw-html
createServer((req, res) => res.end(`<p>${decodeURIComponent(req.url!)}</p>`)).listen(1); // expect: xss-raw-html

app.get('/safe/escaped', (req, res) => {
  res.send(`<h1>${escapeHtml(String(req.query.name))}</h1>`); // ok: xss-raw-html
  res.send(`<h1>${sanitizeHtml(String(req.query.name))}</h1>`); // ok: xss-raw-html
  res.send(`<h1>${encodeURIComponent(String(req.query.name))}</h1>`); // ok: xss-raw-html
  res.send(`<h1>${Number(req.query.page)}</h1>`); // ok: xss-raw-html
});
app.post('/safe/object', (req, res) => res.send(req.body)); // ok: xss-raw-html
app.get('/safe/literal', (req, res) => {
  const found = { name: req.query.name };
  res.send({ id: req.query.id }); // ok: xss-raw-html
  res.send(found); // ok: xss-raw-html
  res.send([req.query.id]); // ok: xss-raw-html
  res.send(describe(String(req.query.name))); // ok: xss-raw-html
  res.send(`<p>${found.name}</p>`); // expect: xss-raw-html
});
app.post('/safe/json', (req, res) => res.json({ name: req.body.name })); // ok: xss-raw-html
app.get('/safe/type', (req, res) => res.type('text/plain').send(`Unknown: ${req.query.q}`)); // ok: xss-raw-html
app.get('/safe/header', (req, res) => {
  res.setHeader('Content-Type', 'application/json');
  res.end(`{"q": "${req.query.q}"}`); // ok: xss-raw-html
});
app.get('/safe/list', (req, res) => {
  const page = String(req.query.page);
  if (!pages.includes(page)) return res.status(404).end();
  res.send(`<h1>${page}</h1>`); // ok: xss-raw-html
});
app.get('/safe/site', (req, res) => {
  const site = new URL(req.url, `https://${process.env.HOST}`);
  res.send(`<a href="${site.origin}/help">Help</a>`); // ok: xss-raw-html
  res.send(`<a href="${site.search}">Again</a>`); // expect: xss-raw-html
});
app.get('/safe/constant', (_req, res) => res.send('<h1>Hello</h1>')); // ok: xss-raw-html
fastify.get('/safe', (request, reply) => reply.send(`Hello ${(request.query as any).name}`)); // ok: xss-raw-html

function describe(name: string) {
  return { name, known: pages.includes(name) };
}
