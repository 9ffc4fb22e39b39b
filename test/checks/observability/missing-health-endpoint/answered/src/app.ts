import express from 'express';

const app = express();

const api = express.Router();
api.get('/health', (req, res) => res.json({ up: true }));
app.use('/api', api);
app.get('/orders', (req, res) => res.json([]));

app.listen(3000);
