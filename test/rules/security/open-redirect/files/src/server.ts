import express from 'express';
import { goBack } from './back';

const app = express();

app.get('/done', (req, res) => goBack(res, String(req.query.next))); // expect: open-redirect
//                                                ^^^^^^^^^^^^^^ is handed to goBack
app.get('/safe', (_req, res) => goBack(res, '/orders')); // ok: open-redirect
