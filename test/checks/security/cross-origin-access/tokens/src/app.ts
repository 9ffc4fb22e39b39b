import express from 'express';
import cors from 'cors';
import jwt from 'jsonwebtoken';

const app = express();
app.use(cors());
app.use('/orders', (req, res, next) => {
  try {
    jwt.verify(req.headers.authorization?.slice('Bearer '.length) ?? '', process.env.JWT_SECRET!);
    next();
  } catch {
    res.status(401).end();
  }
});
app.get('/orders', (req, res) => res.json([]));
app.post('/orders', (req, res) => res.json({}));
app.get('/shops', (req, res) => res.json([]));
