import express from 'express';
import { logger } from './logger';

const app = express();

app.get('/orders', (req, res) => {
  logger.info('orders', {});
  console.log('step 0');
  console.log('step 1');
  console.log('step 2');
  console.log('step 3');
  console.log('step 4');
  console.log('step 5');
  console.log('step 6');
  console.log('step 7');
  console.log('step 8');
  console.log('step 9');
  res.json([]);
});
