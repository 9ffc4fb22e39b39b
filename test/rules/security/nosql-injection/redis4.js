// packages: express@4.19.0, redis@4.7.0
const express = require('express');
const { createClient } = require('redis');

const app = express();
const client = createClient();

app.post('/session', express.json(), async (req, res) => {
  // This client refuses whatever is no text.
  res.send(await client.get(req.body.key)); // ok: nosql-injection
});
