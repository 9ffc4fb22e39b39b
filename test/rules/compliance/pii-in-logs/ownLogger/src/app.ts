import express from 'express';
import { careful as carefulLogger, logger } from './logger';

const app = express();

app.post('/subscribe', (req, res) => {
  const { email } = req.body;
  logger.info('subscribe', { email }); // expect: pii-in-logs
  carefulLogger.info('subscribe', { email }); // ok: pii-in-logs
  res.json({});
});
