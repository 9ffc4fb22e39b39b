// packages: express@4.21.0, axios@1.7.0, got@11.8.0
const express = require('express');
const axios = require('axios');
const got = require('got');
const { default: named } = require('axios');

const app = express();
const limited = got.extend({ timeout: 3000 });
const loose = got.extend({ prefixUrl: 'https://api.example' });
const client = axios.create({ timeout: 3000 });

// A library that is loaded is the library itself, as if it were imported.
app.get('/rates', async (req, res) => {
  const rates = await axios.get('https://api.example/rates'); // expect: external-call-without-timeout
  const again = await named.get('https://api.example/rates'); // expect: external-call-without-timeout
  const there = await require('axios').get('https://api.example/rates'); // expect: external-call-without-timeout
  const mine = await client.get('https://api.example/rates'); // ok: external-call-without-timeout
  res.json([rates.data, again.data, there.data, mine.data]);
});
// An instance that was made with a limit has it.
app.get('/lots', async (req, res) => {
  const first = await limited('https://api.example/lots'); // ok: external-call-without-timeout
  const second = await limited.get('https://api.example/lots'); // ok: external-call-without-timeout
  const third = await loose('lots'); // expect: external-call-without-timeout
  const fourth = await got('https://api.example/lots'); // expect: external-call-without-timeout
  res.json([first.body, second.body, third.body, fourth.body]);
});
// Options may be given the limit later.
app.get('/bids', async (req, res) => {
  const options = { method: 'POST' };
  options.signal = AbortSignal.timeout(3000);
  const first = await fetch('https://api.example/bids', options); // ok: external-call-without-timeout
  const others = { method: 'POST' };
  others.body = '{}';
  const second = await fetch('https://api.example/bids', others); // expect: external-call-without-timeout
  res.json([await first.json(), await second.json()]);
});
