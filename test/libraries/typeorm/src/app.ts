// packages: express@5.1.0, typeorm@0.3.20
import express from 'express';
import { BaseEntity, DataSource, Entity } from 'typeorm';

@Entity()
class Order extends BaseEntity {}

const app = express();
const source = new DataSource({ type: 'postgres' });
const orders = source.getRepository(Order);

app.get('/orders', async (req, res) => {
  res.json(await orders.find({ take: 20 }));
});

app.get('/built', async (req, res) => {
  res.json(await orders.createQueryBuilder('o').where('o.open = :open', { open: true }).getMany());
});

app.post('/orders', async (req, res) => {
  await source.transaction(async (manager) => {
    await manager.save(new Order());
  });
  res.json({ done: true });
});

app.delete('/orders', async (req, res) => {
  await Order.delete({});
  res.json({ done: true });
});

app.listen(3000);
