import express from 'express';
const app = express();
app.get('/status(/hooks)?', (req, res) => res.send('alive'));
app.get('/orders(/:id)?', (req, res) => res.json([]));
