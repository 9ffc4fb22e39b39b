import express from 'express';

const app = express();

app.get('/orders', (req, res) => {
  console.log('orders');
  console.log('for', req.params);
  res.json([]);
});
app.post('/orders', (req, res) => {
  console.info('created');
  console.error('failed');
  console.warn('slow');
  console.debug('state');
  console.log('sent');
  console.log('done');
  res.json({});
});
app.listen(3000);
