import express from 'express';
import cors from 'cors';

const app = express();
app.use('/fonts', cors());
app.get('/fonts/:name', (req, res) => res.sendFile('a.woff2', { root: 'fonts' }));
app.get('/orders', (req, res) => res.json([]));
app.post('/orders', (req, res) => res.json({}));
