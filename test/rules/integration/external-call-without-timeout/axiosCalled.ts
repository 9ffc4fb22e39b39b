// file: src/app.ts
// packages: express@5.1.0, axios@1.7.0
import axios from 'axios';
import express from 'express';

const app = express();
const limited = axios.create({ timeout: 500 });
const loose = axios.create({ baseURL: 'https://api.example' });

app.get('/address', async (req, res) => {
  res.json((await axios('https://api.example/a')).data); // expect: external-call-without-timeout
});
app.get('/address-and-options', async (req, res) => {
  res.json((await axios('https://api.example/a', { method: 'post' })).data); // expect: external-call-without-timeout
});
app.get('/address-and-limit', async (req, res) => {
  res.json((await axios('https://api.example/a', { timeout: 3000 })).data); // ok: external-call-without-timeout
});
app.get('/options', async (req, res) => {
  const options = { url: 'https://api.example/a', timeout: 400 };
  res.json((await axios(options)).data); // ok: external-call-without-timeout
});
app.get('/limited', async (req, res) => {
  res.json((await limited({ url: '/a' })).data); // ok: external-call-without-timeout
});
app.get('/loose', async (req, res) => {
  res.json((await loose({ url: '/a' })).data); // expect: external-call-without-timeout
});

