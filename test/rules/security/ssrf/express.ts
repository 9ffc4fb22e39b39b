// packages: express@5.1.0, axios@1.7.0, got@14.0.0, ky@1.7.0, undici@6.0.0, puppeteer@23.0.0, zod@4.0.0
import express from 'express';
import axios from 'axios';
import got from 'got';
import https from 'node:https';
import ky from 'ky';
import puppeteer from 'puppeteer';
import { request as undiciRequest } from 'undici';
import { z } from 'zod';

const app = express();
const hosts = new Set(['cdn.example.com']);
const base = process.env.API_URL;

app.get('/image', async (req, res) => {
  const answer = await fetch(req.query.url as string); // expect: ssrf(warning medium)
  res.send(await answer.text());
});
app.post('/hooks', async (req, res) => {
  const { url, host, path } = req.body;
  await axios.post(url, { test: true }); // expect: ssrf
  await axios({ url, method: 'POST' }); // expect: ssrf
  await got(url); // expect: ssrf
  await ky.get(url); // expect: ssrf
  await undiciRequest(url); // expect: ssrf
  https.get({ host, path }); // expect: ssrf
  await fetch(`https://${host}/status`); // expect: ssrf
  await fetch(new URL('/status', url)); // expect: ssrf
  await fetch(new URL(path, base)); // expect: ssrf
  res.end();
});
app.get('/picture', async (req, res) => {
  const page = await (await puppeteer.launch()).newPage();
  await page.goto(req.query.url as string); // expect: ssrf
  await page.goto('https://example.com'); // ok: ssrf
  res.end();
});
app.get('/users/:name', async (req, res) => {
  await fetch(`https://api.example.com/users/${req.params.name}`); // expect: ssrf(info low)
  await fetch(`${base}/users/${req.params.name}`); // expect: ssrf(info low)
  await fetch(`https://api.example.com/users/${encodeURIComponent(req.params.name)}`); // ok: ssrf
  await fetch(`https://api.example.com/users/${req.params.name.replace(/\D/g, '')}`); // ok: ssrf
  await fetch(`https://api.example.com/users/${req.params.name.replace(/\d/g, '')}`); // expect: ssrf(info low)
  await fetch(`https://api.example.com/users/${req.params.name.replace(/\D/, '')}`); // expect: ssrf(info low)
  await fetch(`https://api.example.com/users?name=${req.params.name}`); // ok: ssrf
  await fetch('https://api.example.com/users', { method: 'POST', body: JSON.stringify(req.body) }); // ok: ssrf
  await fetch(base!); // ok: ssrf
  res.end();
});
app.get('/safe/host', async (req, res) => {
  const url = new URL(req.query.url as string);
  if (!hosts.has(url.hostname)) return res.status(400).end();
  await fetch(url); // ok: ssrf
  await fetch(req.query.url as string); // ok: ssrf
  res.end();
});
app.get('/safe/equal', async (req, res) => {
  const target = String(req.query.url);
  const { hostname } = new URL(target);
  if (!isPublicAddress(target)) return res.status(400).end();
  await fetch(target); // ok: ssrf
  res.end(hostname);
});
app.get('/safe/prefix', async (req, res) => {
  const target = String(req.query.url);
  if (!target.startsWith('https://cdn.example.com/')) return res.status(400).end();
  await fetch(target); // ok: ssrf
  res.end();
});
app.get('/prefix/loose', async (req, res) => {
  const target = String(req.query.url);
  if (!target.startsWith('https://')) return res.status(400).end();
  await fetch(target); // expect: ssrf
  res.end();
});
app.get('/unguarded', async (req, res) => {
  const target = String(req.query.url);
  if (hosts.has(new URL(target).hostname)) console.log('known');
  await fetch(target); // expect: ssrf
  res.end();
});

const Hook = z.object({ url: z.url(), region: z.enum(['eu', 'us']) });
app.post('/schema', async (req, res) => {
  const { url, region } = Hook.parse(req.body);
  await fetch(url); // expect: ssrf
  await fetch(`https://${region}.example.com/status`); // ok: ssrf
  res.end();
});

function isPublicAddress(url: string): boolean {
  return url.startsWith('https://public.');
}
