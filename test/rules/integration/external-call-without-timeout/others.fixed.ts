import express from 'express';
import got from 'got';
import ky from 'ky';

const app = express();

app.get('/rates', async (req, res) => {
  await got('https://api.example/a', { timeout: { request: 10_000 } });
  await got.post('https://api.example/a', { timeout: { request: 5_000 } });
  await ky.get('https://api.example/a');
  res.end();
});
