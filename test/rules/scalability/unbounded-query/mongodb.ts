// packages: express@5.1.0, mongodb@6.3.0
import express from 'express';
import { MongoClient } from 'mongodb';

const app = express();
const client = new MongoClient('mongodb://localhost');
const shelves = client.db('store').collection('shelves');

app.get('/shelves', async (req, res) => {
  res.json(await shelves.find({}, { projection: { _id: 0 } }).toArray()); // expect: unbounded-query(warning high)
  //             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reads every row of the table
});

app.get('/shelves/open', async (req, res) => {
  res.json(await shelves.find({ open: true }).toArray()); // expect: unbounded-query(warning medium)
  //             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reads all rows of the table that match
});

app.get('/shelves/of', async (req, res) => {
  res.json([await shelves.find({ parent: req.query.parent }).toArray(), await shelves.find({ 'room.shortId': 'a' }).toArray()]); // ok: unbounded-query
});

app.get('/shelves/page', async (req, res) => {
  res.json([await shelves.find({}, { limit: 20 }).toArray(), await shelves.find({}).skip(20).limit(20).toArray()]); // ok: unbounded-query
});

app.get('/shelves/later', async (req, res) => {
  const cursor = shelves.find({}); // ok: unbounded-query
  cursor.limit(10);
  res.json(await cursor.toArray());
});
