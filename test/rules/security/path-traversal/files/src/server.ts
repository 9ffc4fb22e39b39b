import { createServer } from 'node:http';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import url from 'node:url';
import { load, loadSafely } from './storage';

createServer(async (req, res) => {
  const { file } = url.parse(req.url!, true).query;
  createReadStream(path.join('public', req.url!)).pipe(res); // expect: path-traversal
  res.write(await load(file as string)); // expect: path-traversal
  //                   ^^^^ is handed to load
  res.write(await loadSafely(file as string)); // ok: path-traversal
  res.end(await load('index.html')); // ok: path-traversal
}).listen(3000);
