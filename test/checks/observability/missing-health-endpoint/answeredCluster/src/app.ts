import express from 'express';

const app = express();

app.get('/orders', (req, res) => res.json([]));
app.get('/readyz', (req, res) => res.json({ ready: true }));

app.listen(3000);
