// packages: express@4.19.0, axios@1.7.0, needle@3.3.0, request@2.88.0, superagent@10.0.0, urllib@4.0.0, ws@8.18.0
const express = require('express');
const axios = require('axios');
const needle = require('needle');
const net = require('net');
const request = require('request');
const superagent = require('superagent');
const urllib = require('urllib');
const WebSocket = require('ws');

const app = express();

app.post('/', async (req, res) => {
  const { address } = req.body;
  await axios(address); // expect: ssrf(warning medium)
  await axios.request({ url: address }); // expect: ssrf
  const api = axios.create({ baseURL: address }); // expect: ssrf
  await api.get('/status');
  await axios.post('https://hooks.example.com', { url: address }); // ok: ssrf
  needle.post(address, {}); // expect: ssrf
  needle.request('get', address, {}); // expect: ssrf
  request.head(address); // expect: ssrf
  superagent.head(address); // expect: ssrf
  await urllib.request(address); // expect: ssrf
  await urllib.request('https://hooks.example.com', { data: { address } }); // ok: ssrf
  new WebSocket(address); // expect: ssrf
  net.connect({ host: address, port: 25 }); // expect: ssrf
  net.connect(25, address); // expect: ssrf
  await fetch(new Request(address)); // expect: ssrf
  await fetch(new Request('https://hooks.example.com', { body: address })); // ok: ssrf
  res.end();
});

const isPublic = () => true;
const isKnown = (address) => ['https://a.example.com', 'https://b.example.com'].includes(address);

app.post('/checked', async (req, res) => {
  const address = req.body.address;
  if (isKnown(address)) await axios.get(req.body.address); // ok: ssrf
  // It has the name of a check and answers the same to everything.
  if (isPublic(address)) await axios.get(address); // expect: ssrf
  res.end();
});
