import express from 'express';
import { logger } from './log';

const app = express();

app.get('/orders', (req, res) => {
  logger.info('orders');
  console.log('a');
  console.log('b');
  console.log('c');
  console.log('d');
  console.log('e');
  console.log('f');
  console.log('g');
  console.log('h');
  res.json([]);
});
