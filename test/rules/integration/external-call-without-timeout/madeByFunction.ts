// packages: axios@1.7.0, express@5.1.0
import axios from 'axios';
import express from 'express';
import { createShared } from './shared';

const app = express();

function createLimited() {
  const key = process.env.RATES_KEY;
  return axios.create({ baseURL: 'https://api.example', headers: { Authorization: key ?? '' }, timeout: 30_000 });
}
const createUnlimited = () => axios.create({ baseURL: 'https://api.example' });
function createEither(slow: boolean) {
  if (slow) return axios.create({ baseURL: 'https://api.example' });
  return axios.create({ baseURL: 'https://api.example', timeout: 1_000 });
}
const limited = createLimited();
const unlimited = createUnlimited();
const either = createEither(true);
const shared = createShared();

app.get('/rates', async (req, res) => {
  await limited.get('/a'); // ok: external-call-without-timeout
  await unlimited.get('/a'); // expect: external-call-without-timeout
  await either.get('/a'); // ok: external-call-without-timeout
  await shared.get('/a'); // ok: external-call-without-timeout
  res.end();
});
