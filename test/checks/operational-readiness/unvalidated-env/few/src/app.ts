import express from 'express';

const app = express();

app.get('/a', (req, res) => res.json(process.env.STRIPE_KEY!));
