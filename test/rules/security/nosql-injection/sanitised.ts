// packages: express@4.21.0, mongoose@8.8.0, express-mongo-sanitize@2.2.0
import express from 'express';
import mongoSanitize from 'express-mongo-sanitize';
import mongoose, { model } from 'mongoose';

const app = express();
const User = model('User', new mongoose.Schema({ email: String }));

app.use(mongoSanitize());
app.post('/users', async (req, res) => res.json(await User.find({ email: req.body.email }))); // ok: nosql-injection
