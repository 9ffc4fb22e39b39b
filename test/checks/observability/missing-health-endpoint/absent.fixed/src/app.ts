import express from 'express';

const app = express();

app.get('/healthz', (_req, res) => {
  res.json({ status: 'ok' });
});

app.get('/orders', (req, res) => res.json([]));
app.get('/orders/:id/status', (req, res) => res.json({}));
app.post('/ping', (req, res) => res.json({}));

app.listen(3000);
