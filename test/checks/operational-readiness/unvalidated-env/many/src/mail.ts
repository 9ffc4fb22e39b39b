import express from 'express';

const app = express();

app.get('/a', (req, res) => {
  res.json([process.env.ZONE_SECRET ?? '', process.env.ALLOWED_TOKEN_DOMAINS ?? '', process.env.TOKEN_TTL || '', process.env.MAIL_TOKEN!]);
});
