import express from 'express';

const app = express();

app.get('/orders', (req, res) => res.json([]));
app.get('/healthz', (req, res) => res.json({ up: true }));

app.listen(3000);
