// packages: express@4.21.0
import express from 'express';

const app = express();
const defaults = '{"sort":"name"}';

app.get('/orders', async (req, res) => { // expect: unhandled-async-handler
  const filter = JSON.parse(String(req.query.filter));
  res.json(filter);
});

app.post('/orders', async (req, res) => { // expect: unhandled-async-handler
  const { payload } = req.body;
  res.json(JSON.parse(payload));
});

app.get('/orders/:name', async (req, res) => { // expect: unhandled-async-handler
  res.send(decodeURIComponent(req.params.name));
});

app.put('/orders', async (req, res) => { // ok: unhandled-async-handler
  try {
    res.json(JSON.parse(req.body.payload));
  } catch {
    res.status(400).json({ error: 'The payload is no JSON' });
  }
});

app.patch('/orders', async (req, res) => { // ok: unhandled-async-handler
  res.json({ ...JSON.parse(defaults), copied: JSON.parse(JSON.stringify(req.body)) });
});

app.delete('/orders', (req, res) => { // ok: unhandled-async-handler
  res.json(JSON.parse(req.body.payload));
});
