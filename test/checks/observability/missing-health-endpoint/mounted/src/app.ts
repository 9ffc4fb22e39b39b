import express from 'express';
import { makeHealth } from './health';

const app = express();

app.get('/orders', (req, res) => res.json([]));
app.get('/orders/:id/status', (req, res) => res.json({}));
app.post('/ping', (req, res) => res.json({}));
app.use('/api/health', makeHealth());
app.listen(3000);
