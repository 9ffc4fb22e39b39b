// packages: express@5.1.0, mongoose@8.8.0
import express from 'express';
import mongoose, { model } from 'mongoose';

const app = express();
const User = model('User', new mongoose.Schema({ email: String }));

// The query parser of Express 5 makes no objects.
app.get('/users', async (req, res) => res.json(await User.find({ email: req.query.email }))); // ok: nosql-injection
app.post('/users', async (req, res) => res.json(await User.find({ email: req.body.email }))); // expect: nosql-injection
