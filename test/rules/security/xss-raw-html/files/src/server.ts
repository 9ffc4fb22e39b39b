// packages: express@5.1.0
import express from 'express';
import { notFound } from './pages';

const app = express();

app.get('/items/:id', (req, res) => notFound(res, req.params.id)); // expect: xss-raw-html
//                                                ^^^^^^^^^^^^^ is handed to notFound
app.get('/safe', (_req, res) => notFound(res, 'such page')); // ok: xss-raw-html
