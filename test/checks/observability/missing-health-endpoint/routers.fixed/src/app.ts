import cors from 'cors';
import express from 'express';
import { orders } from './routes/orders';

const app = express();

app.get('/healthz', (_req, res) => {
  res.json({ status: 'ok' });
});

const open = app.use(cors());
open.get('/version', (req, res) => res.json({}));
app.use('/orders', orders);
app.listen(3000);
