import express from 'express';

const app = express();

app.use((req, res, next) => (req.url === '/health' ? res.end('up') : next()));
app.get('/orders', (req, res) => res.json([]));

app.listen(3000);
