import express from 'express';
import cors from 'cors';
import jwt from 'jsonwebtoken';

const app = express();
app.use(cors({ origin: true, credentials: true }));
app.get('/orders/mine', (req, res) => {
  const { sub } = jwt.verify(req.headers.authorization?.slice('Bearer '.length) ?? '', process.env.JWT_SECRET!);
  res.json({ of: sub });
});
app.get('/orders', (req, res) => res.json([]));
app.post('/orders', (req, res) => res.json({}));
