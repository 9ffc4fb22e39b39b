import express from 'express';

const app = express();

app.get('/a', (req, res) => {
  res.json([process.env.DATABASE_URL!, process.env['STRIPE_KEY'] as string, process.env.JWT_SECRET ?? '', process.env.PORT!]);
});
