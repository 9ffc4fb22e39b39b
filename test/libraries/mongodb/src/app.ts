// packages: express@5.1.0, mongodb@6.0.0
import express from 'express';
import { type Db, MongoClient } from 'mongodb';

const app = express();
const client = new MongoClient(process.env.MONGO_URL!);
const orders = client.db('shop').collection('orders');

app.get('/orders', async (req, res) => {
  res.json(await orders.find({ open: true }).limit(20).toArray());
});

app.post('/orders', async (req, res) => {
  await orders.insertOne({ total: 1 });
  await closed(client.db('shop'));
  res.json({ done: true });
});

function closed(db: Db) {
  return db.collection('days').updateOne({ open: true }, { $set: { open: false } });
}

app.listen(3000);
