// packages: got@14.0.0, ky@1.7.0, express@5.1.0
import express from 'express';
import got from 'got';
import ky from 'ky';

const app = express();

app.get('/rates', async (req, res) => {
  await got('https://api.example/a'); // expect: external-call-without-timeout
  await got.post('https://api.example/a', { timeout: { request: 5_000 } }); // ok: external-call-without-timeout
  await ky.get('https://api.example/a'); // ok: external-call-without-timeout
  res.end();
});
