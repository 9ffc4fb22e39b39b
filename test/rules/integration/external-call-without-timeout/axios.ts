// packages: axios@1.7.0, express@5.1.0
import axios from 'axios';
import express from 'express';

const app = express();
const limited = axios.create({ baseURL: 'https://api.example', timeout: 5_000 });
const unlimited = axios.create({ baseURL: 'https://api.example' });

app.get('/rates', async (req, res) => {
  await axios.get('https://api.example/a'); // expect: external-call-without-timeout
  await axios.post('https://api.example/a', {}, { headers: {} }); // expect: external-call-without-timeout
  await unlimited.get('/a'); // expect: external-call-without-timeout
  await axios.get('https://api.example/a', { timeout: 5_000 }); // ok: external-call-without-timeout
  await limited.get('/a'); // ok: external-call-without-timeout
  await axios.post('https://api.example/a', {}, { signal: AbortSignal.timeout(5_000) }); // ok: external-call-without-timeout
  res.end();
});
