// packages: express@5.1.0
import express from 'express';

const app = express();

app.post('/orders', (req, res) => { // expect: rls-definer-function
  res.status(201).json({ placed: true });
});

app.get('/health', (req, res) => { // ok: rls-definer-function
  res.json({ up: true });
});
