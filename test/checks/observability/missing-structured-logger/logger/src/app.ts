import express from 'express';
import { logger } from './log';

const app = express();

app.get('/orders', (req, res) => {
  logger.info('orders');
  logger.info({ id: 1 }, 'orders');
  res.json([]);
});
app.listen(3000, () => console.log('listening'));
