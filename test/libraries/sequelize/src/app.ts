// packages: express@5.1.0, sequelize@6.37.0
import express from 'express';
import { sequelize } from './db';
import { Order } from './order';

const app = express();
const Stock = sequelize.define('stock', {});

app.get('/orders', async (req, res) => {
  res.json(await Order.findAll({ limit: 20 }));
});

app.post('/orders', async (req, res) => {
  const order = await Order.create({ total: 1 });
  await Stock.decrement('left', { where: {} });
  res.json(order);
});

app.put('/orders/:id', async (req, res) => {
  const order = await Order.findByPk(req.params.id);
  await order!.update({ paid: true });
  res.json(order);
});

app.listen(3000);
