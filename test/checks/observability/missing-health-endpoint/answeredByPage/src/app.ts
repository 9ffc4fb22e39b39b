import express from 'express';

const app = express();

app.get('/orders', (req, res) => res.json([]));
app.get('/*splat', (req, res) => res.sendFile('index.html'));

app.listen(3000);
