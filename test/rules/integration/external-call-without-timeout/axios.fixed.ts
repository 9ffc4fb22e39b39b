import axios from 'axios';
import express from 'express';

const app = express();
const limited = axios.create({ baseURL: 'https://api.example', timeout: 5_000 });
const unlimited = axios.create({ baseURL: 'https://api.example' });

app.get('/rates', async (req, res) => {
  await axios.get('https://api.example/a', { timeout: 10_000 });
  await axios.post('https://api.example/a', {}, { headers: {}, timeout: 10_000 });
  await unlimited.get('/a', { timeout: 10_000 });
  await axios.get('https://api.example/a', { timeout: 5_000 });
  await limited.get('/a');
  await axios.post('https://api.example/a', {}, { signal: AbortSignal.timeout(5_000) });
  res.end();
});
