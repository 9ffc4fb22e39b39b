import express from 'express';

const app = express();

app.get('/b', (req, res) => {
  res.json([process.env.A_KEY!, process.env.B_KEY!, process.env.C_KEY!, process.env.D_KEY!, process.env.E_KEY!]);
});
