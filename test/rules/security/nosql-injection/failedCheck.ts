// packages: express@4.21.0, mongoose@8.8.0, joi@17.13.0
import express from 'express';
import Joi from 'joi';
import mongoose from 'mongoose';

const app = express();
const Item = mongoose.model('Item', new mongoose.Schema({ name: String }));
const filter = Joi.object({ name: Joi.string().required() });

app.post('/items', async (req, res) => {
  const query = req.body.filter;
  try {
    await filter.validateAsync(query);
    res.json(await Item.find(query)); // ok: nosql-injection
  } catch {
    res.json(await Item.find(query)); // expect: nosql-injection
  }
});
app.post('/items/again', async (req, res) => {
  const query = req.body.filter;
  await filter.validateAsync(query);
  try {
    res.json(await Item.find(query)); // ok: nosql-injection
  } catch {
    res.json(await Item.find(query)); // ok: nosql-injection
  }
});
