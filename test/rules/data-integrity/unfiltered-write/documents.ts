// packages: express@5.1.0, mongoose@8.0.0, mongodb@6.0.0, jsonwebtoken@9.0.2
import express from 'express';
import jwt from 'jsonwebtoken';
import mongoose from 'mongoose';
import { MongoClient } from 'mongodb';

const app = express();
const Booking = mongoose.model('Booking', new mongoose.Schema({ guest: String, paid: Boolean }));
const Season = mongoose.model('Season', new mongoose.Schema({ current: Boolean }));
const PriceCache = mongoose.model('PriceCache', new mongoose.Schema({ price: Number }));
const client = new MongoClient(process.env.MONGO_URL!);

function signedIn(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET!);
  } catch {
    return res.sendStatus(401);
  }
  next();
}

function adminOnly(req, res, next) {
  if (req.user.role !== 'admin') return res.sendStatus(403);
  next();
}

app.delete('/bookings', async (req, res) => {
  await Booking.deleteMany({}); // expect: unfiltered-write(error medium)
  //    ^^^^^^^^^^^^^^^^^^^^^^ deletes every row of Booking, whoever they belong to: it has no condition, and anybody
  res.sendStatus(204);
});

app.delete('/bookings/all', signedIn, async (req, res) => {
  const { deletedCount } = await Booking.deleteMany(); // expect: unfiltered-write(warning medium)
  //                             ^^^^^^^^^^^^^^^^^^^^ whoever is signed in can have it run
  res.json({ deletedCount });
});

app.post('/bookings/pay', signedIn, async (req, res) => {
  await Booking.updateMany({}, { $set: { paid: true } }); // expect: unfiltered-write(warning)
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ changes every row
  res.sendStatus(204);
});

app.delete('/everything', signedIn, async (req, res) => {
  await Booking.deleteMany({}); // expect: unfiltered-write
  //    ^^^^^^^^^^^^^^^^^^^^^^ with another one below
  await Season.deleteMany({}); // ok: unfiltered-write
  res.sendStatus(204);
});

app.delete('/guests', signedIn, async (req, res) => {
  await client.db().collection('guests').deleteMany({}); // expect: unfiltered-write
  res.sendStatus(204);
});

app.delete('/admin/bookings', signedIn, adminOnly, async (req, res) => {
  await Booking.deleteMany({}); // ok: unfiltered-write
  res.sendStatus(204);
});

app.delete('/bookings/mine', signedIn, async (req, res) => {
  await Booking.deleteMany({ guest: req.user.id }); // ok: unfiltered-write
  res.sendStatus(204);
});

// A value that is undefined is met by documents without one.
app.delete('/bookings/of', signedIn, async (req, res) => {
  await Booking.deleteMany({ guest: req.body.guest }); // ok: unfiltered-write
  res.sendStatus(204);
});

app.delete('/bookings/narrowed', signedIn, async (req, res) => {
  const removal = Booking.deleteMany(); // ok: unfiltered-write
  removal.where({ guest: req.user.id });
  await removal;
  await Booking.deleteMany().where({ guest: req.user.id }); // ok: unfiltered-write
  const filter: Record<string, unknown> = {};
  filter.guest = req.user.id;
  await Booking.deleteMany(filter); // ok: unfiltered-write
  await Booking.deleteMany({ ...filter }); // ok: unfiltered-write
  res.sendStatus(204);
});

// One of them is the current one: the others are not.
app.post('/seasons/:id/current', signedIn, async (req, res) => {
  await Season.updateMany({}, { current: false }); // ok: unfiltered-write
  await Season.findByIdAndUpdate(String(req.params.id), { current: true });
  res.sendStatus(204);
});

app.post('/prices/refresh', signedIn, async (req, res) => {
  await PriceCache.deleteMany({}); // ok: unfiltered-write
  res.sendStatus(204);
});

app.post('/reset', signedIn, async (req, res) => {
  if (process.env.NODE_ENV === 'production') return res.sendStatus(404);
  await Booking.deleteMany({}); // ok: unfiltered-write
  return res.sendStatus(204);
});

export async function clearAll() {
  await Booking.deleteMany({}); // ok: unfiltered-write
}
