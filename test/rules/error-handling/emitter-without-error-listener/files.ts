// packages: express@5.1.0
import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import express from 'express';

const app = express();

app.get('/a/:name', (req, res) => {
  createReadStream(`files/${req.params.name}`).pipe(res); // expect: emitter-without-error-listener
});

app.get('/b/:name', (req, res) => {
  const stream = createReadStream(`files/${req.params.name}`); // expect: emitter-without-error-listener
  stream.pipe(res);
});

app.get('/c/:name', (req, res, next) => {
  createReadStream(`files/${req.params.name}`).on('error', next).pipe(res); // ok: emitter-without-error-listener
});

app.get('/d/:name', (req, res, next) => {
  const stream = createReadStream(`files/${req.params.name}`); // ok: emitter-without-error-listener
  stream.on('error', next);
  stream.pipe(res);
});

app.get('/e/:name', async (req, res) => {
  await pipeline(createReadStream(`files/${req.params.name}`), res); // ok: emitter-without-error-listener
});

app.get('/f/:name', (req, res) => {
  const path = `files/${req.params.name}`;
  if (!existsSync(path)) return res.sendStatus(404);
  createReadStream(path).pipe(res); // ok: emitter-without-error-listener
});

// Errors of what is read are no errors of what it is piped into.
app.get('/g/:name', (req, res, next) => {
  createReadStream(`files/${req.params.name}`) // expect: emitter-without-error-listener
    .pipe(res)
    .on('error', next);
});

app.listen(3000);
