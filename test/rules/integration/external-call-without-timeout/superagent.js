// packages: superagent@10.0.0, express@5.1.0
const express = require('express');
const superagent = require('superagent');
const { send } = require('./send');

const app = express();

app.get('/rates', async (req, res) => {
  const answer = await superagent.get('https://api.example/a').set('accept', 'json'); // expect: external-call-without-timeout
  await superagent('POST', 'https://api.example/a').send({ rate: 1 }); // expect: external-call-without-timeout
  await superagent.get('https://api.example/a').set('accept', 'json').timeout(5_000); // ok: external-call-without-timeout
  await superagent.post('https://api.example/a').timeout({ response: 5_000, deadline: 60_000 }).send({}); // ok: external-call-without-timeout
  await superagent.get('https://api.example/a').use(limited); // ok: external-call-without-timeout
  res.json(answer.body);
});

app.get('/kept', async (req, res) => {
  const request = superagent.get('https://api.example/a'); // ok: external-call-without-timeout
  if (req.query.lang) request.set('accept-language', 'de');
  request.timeout(2_000);
  res.json((await request).body);
});

app.get('/open', async (req, res) => {
  const request = superagent.get('https://api.example/a'); // expect: external-call-without-timeout
  request.set('accept', 'json');
  res.json((await request).body);
});

app.get('/handed', async (req, res) => {
  const request = superagent.get('https://api.example/a'); // ok: external-call-without-timeout
  res.json(await send(request));
});

app.get('/called', (req, res, next) => {
  // Superagent waits for as long as it takes.
  superagent.get('https://api.example/a').end((error, answer) => (error ? next(error) : res.json(answer.body))); // expect: external-call-without-timeout
});

// Whoever calls this may limit it.
function ask(path) {
  return superagent.get(`https://api.example/${path}`); // ok: external-call-without-timeout
}

app.get('/asked', async (req, res) => res.json((await ask('rates').timeout(1_000)).body));

function limited(request) {
  request.timeout(1_000);
}
