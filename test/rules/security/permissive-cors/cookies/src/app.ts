import express from 'express';
import cors from 'cors';
import { requireCaller } from './callers';
import { enter } from './enter';

const app = express();
app.use(cors({ origin: true, credentials: true })); // expect: permissive-cors(error medium)
app.post('/enter', enter);
app.get('/orders', requireCaller, (req, res) => res.json([]));
app.listen(3000);
