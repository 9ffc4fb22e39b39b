// packages: express@4.21.0, fs-extra@11.2.0, zod@4.0.0
import express from 'express';
import fs, { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import extra from 'fs-extra';
import { z } from 'zod';

const app = express();
const root = path.resolve('uploads');
const read = promisify(fs.readFile);
const allowed = ['terms.txt', 'privacy.txt'];
const pages: Record<string, string> = { terms: 'terms.html', privacy: 'privacy.html' };

app.get('/join/:name', async (req, res) => {
  res.end(await readFile(path.join(root, req.params.name))); // expect: path-traversal(error medium)
});
app.get('/certificates', async (req, res) => {
  const address = new URL(String(req.query.url));
  res.write(await readFile(path.join(root, address.hostname, 'ca.pem'))); // ok: path-traversal
  res.end(await readFile(path.join(root, address.pathname, 'ca.pem'))); // expect: path-traversal
});
app.get('/resolve', (req, res) => {
  const file = path.resolve(root, String(req.query.file));
  createReadStream(file).pipe(res); // expect: path-traversal
});
app.get('/template', (req, res) => {
  fs.unlink(`./uploads/${req.query.file}`, () => res.end()); // expect: path-traversal
});
app.get('/concatenated', async (req, res) => {
  res.end(await read('./uploads/' + req.query.file)); // expect: path-traversal
});
app.post('/body', async (req, res) => {
  await fs.promises.writeFile(path.join(root, req.body.name), req.body.text); // expect: path-traversal
  await extra.outputJson(path.join(root, req.body.name), {}); // expect: path-traversal
  await extra.move('tmp.txt', path.join(root, req.body.to)); // expect: path-traversal
  res.end();
});
app.get('/send', (req, res) => res.sendFile(path.join(root, req.query.name as string))); // expect: path-traversal
app.get('/download', (req, res) => res.download('./uploads/' + req.query.name)); // expect: path-traversal
app.get('/part', (req, res) => {
  // Taken out once: `....//` leaves `../`.
  fs.readFile(path.join(root, String(req.query.name).replace('../', '')), (_, data) => res.end(data)); // expect: path-traversal
});
app.get('/unguarded', (req, res) => {
  const file = path.join(root, req.query.name as string);
  if (file.startsWith(root)) console.log('inside');
  fs.readFile(file, (_, data) => res.end(data)); // expect: path-traversal
});
app.get('/wrong-side', (req, res) => {
  const file = path.join(root, req.query.name as string);
  if (!file.startsWith(root)) fs.readFile(file, (_, data) => res.end(data)); // expect: path-traversal
});
app.get('/not-plain', (req, res) => {
  const file = root + '/' + req.query.name;
  if (!file.startsWith(root)) return res.status(400).end();
  fs.readFile(file, (_, data) => res.end(data)); // expect: path-traversal
});
app.get('/absolute', (req, res) => {
  const name = req.query.name as string;
  if (name.includes('..')) return res.status(400).end();
  fs.readFile(name, (_, data) => res.end(data)); // expect: path-traversal
});

app.get('/safe/base', async (req, res) => {
  res.end(await readFile(path.join(root, path.basename(req.params.name)))); // ok: path-traversal
});
app.get('/safe/inside', (req, res) => {
  const file = path.resolve(root, req.params.name);
  if (!file.startsWith(root + path.sep)) return res.status(403).end();
  createReadStream(file).pipe(res); // ok: path-traversal
});
app.get('/safe/index', (req, res) => {
  const file = path.resolve(root, req.params.name);
  if (file.indexOf(root) !== 0) return res.status(403).end();
  createReadStream(file).pipe(res); // ok: path-traversal
});
app.get('/safe/relative', (req, res) => {
  const file = path.resolve(root, req.params.name);
  const relative = path.relative(root, file);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return res.status(403).end();
  createReadStream(file).pipe(res); // ok: path-traversal
});
app.get('/safe/real', (req, res) => {
  let file = path.resolve(root, req.params.name);
  file = fs.realpathSync(file); // ok: path-traversal
  if (!file.startsWith(root)) return res.status(403).end();
  createReadStream(file).pipe(res); // ok: path-traversal
});
app.get('/safe/no-steps', (req, res) => {
  const name = req.query.name as string;
  if (name.includes('..')) return res.status(400).end();
  createReadStream(path.join(root, name)).pipe(res); // ok: path-traversal
});
app.get('/safe/list', (req, res) => {
  const name = String(req.query.name);
  if (!allowed.includes(name)) return res.status(404).end();
  createReadStream(path.join(root, name)).pipe(res); // ok: path-traversal
});
app.get('/safe/lookup', (req, res) => {
  createReadStream(path.join(root, pages[req.query.page as string] ?? 'index.html')).pipe(res); // ok: path-traversal
});
app.get('/safe/pattern', (req, res) => {
  if (!/^[a-z0-9-]+$/.test(req.params.name)) return res.status(400).end();
  createReadStream(path.join(root, `${req.params.name}.txt`)).pipe(res); // ok: path-traversal
});
app.get('/safe/number', (req, res) => {
  createReadStream(path.join(root, `${Number(req.params.id)}.txt`)).pipe(res); // ok: path-traversal
});
app.get('/safe/cleaned', (req, res) => {
  createReadStream(path.join(root, req.params.name.replace(/[^a-z0-9]/g, ''))).pipe(res); // ok: path-traversal
  createReadStream(path.join(root, req.params.name.replace(/\.\./g, ''))).pipe(res); // ok: path-traversal
});
app.get('/safe/root', (req, res) => {
  res.sendFile(req.params.name, { root }); // ok: path-traversal
});
app.get('/safe/constant', (_req, res) => res.sendFile(path.join(root, 'index.html'))); // ok: path-traversal
app.get('/safe/config', (_req, res) => res.sendFile(path.join(process.env.UPLOADS!, 'index.html'))); // ok: path-traversal

const Query = z.object({ kind: z.enum(['a', 'b']), id: z.uuid(), name: z.string() });
app.get('/safe/schema', (req, res) => {
  const { kind, id } = Query.parse(req.query);
  createReadStream(path.join(root, kind, id)).pipe(res); // ok: path-traversal
});
app.get('/schema/text', (req, res) => {
  const { name } = Query.parse(req.query);
  createReadStream(path.join(root, name)).pipe(res); // expect: path-traversal
});

/** Whoever calls this decides; callers are looked at where they are. */
export function load(name: string) {
  return readFile(path.join(root, name)); // ok: path-traversal
}
