// packages: express@4.21.0, request-promise@4.2.0
const express = require('express');
const rp = require('request-promise');

const app = express();
const endpoint = `https://hooks.example.com/${process.env.HOOK_TOKEN}`;

function buildOptions(message) {
  const options = { uri: endpoint, method: 'POST', body: { value1: message }, json: true };
  return options;
}
function buildAddress(address) {
  return { uri: address, json: true };
}
async function announce(message) {
  return rp.post(buildOptions(message));
}
async function ask(address) {
  return rp.post(buildAddress(address));
}

app.post('/posts', async (req, res) => {
  await rp.post(buildOptions(req.body.message)); // ok: ssrf
  await announce(req.body.message); // ok: ssrf
  await rp.post(buildAddress(req.body.address)); // expect: ssrf
  await ask(req.body.address); // expect: ssrf
  res.end();
});
