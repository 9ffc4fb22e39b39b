import express from 'express';

const app = express();
const settings = {
  database: process.env.DATABASE_URL,
  reports: process.env.SENTRY_DSN,
  level: process.env.LOG_LEVEL,
};
app.get('/', (_req, res) => res.json({ level: settings.level }));
app.listen(3000);
