import express from 'express';
import { logger } from './logger';

const app = express();

app.get('/orders', (req, res) => {
  logger.info('orders', {});
  logger.info('more', {});
  res.json([]);
});
