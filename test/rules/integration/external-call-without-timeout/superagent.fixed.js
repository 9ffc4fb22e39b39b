const express = require('express');
const superagent = require('superagent');
const { send } = require('./send');

const app = express();

app.get('/rates', async (req, res) => {
  const answer = await superagent.get('https://api.example/a').timeout(10_000).set('accept', 'json');
  await superagent('POST', 'https://api.example/a').timeout(10_000).send({ rate: 1 });
  await superagent.get('https://api.example/a').set('accept', 'json').timeout(5_000);
  await superagent.post('https://api.example/a').timeout({ response: 5_000, deadline: 60_000 }).send({});
  await superagent.get('https://api.example/a').use(limited);
  res.json(answer.body);
});

app.get('/kept', async (req, res) => {
  const request = superagent.get('https://api.example/a');
  if (req.query.lang) request.set('accept-language', 'de');
  request.timeout(2_000);
  res.json((await request).body);
});

app.get('/open', async (req, res) => {
  const request = superagent.get('https://api.example/a').timeout(10_000);
  request.set('accept', 'json');
  res.json((await request).body);
});

app.get('/handed', async (req, res) => {
  const request = superagent.get('https://api.example/a');
  res.json(await send(request));
});

app.get('/called', (req, res, next) => {
  // Superagent waits for as long as it takes.
  superagent.get('https://api.example/a').timeout(10_000).end((error, answer) => (error ? next(error) : res.json(answer.body)));
});

// Whoever calls this may limit it.
function ask(path) {
  return superagent.get(`https://api.example/${path}`);
}

app.get('/asked', async (req, res) => res.json((await ask('rates').timeout(1_000)).body));

function limited(request) {
  request.timeout(1_000);
}
