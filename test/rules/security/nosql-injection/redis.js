// packages: express@4.19.0, ioredis@5.4.1
const express = require('express');
const Redis = require('ioredis');

const app = express();
app.use(express.json());
const redis = new Redis();

app.post('/session', async (req, res) => {
  await redis.get(req.body.key); // expect: nosql-injection(error medium)
  //              ^^^^^^^^^^^^ becomes an argument of redis.get
  await redis.multi().incr('visits').set(req.body.key, '1').exec(); // expect: nosql-injection
  await redis.get(`session:${req.body.key}`); // ok: nosql-injection
  await redis.get(req.params.key); // ok: nosql-injection
  if (typeof req.body.other !== 'string') return res.sendStatus(400);
  await redis.get(req.body.other); // ok: nosql-injection
  return res.end();
});
