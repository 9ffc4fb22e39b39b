// packages: express@4.19.0, razorpay@2.9.0
const express = require('express');
const Razorpay = require('razorpay');
const { Cart } = require('./models');

const router = express.Router();
const razorpay = new Razorpay({ key_id: process.env.RAZORPAY_ID, key_secret: process.env.RAZORPAY_SECRET });

router.post('/order', async (req, res) => {
  const options = { amount: Number(req.body.amount * 100), currency: 'INR' }; // expect: client-trusted-price
  res.json(await razorpay.orders.create(options));
});

router.post('/looked-at', async (req, res) => {
  const { amount } = req.body;
  if (typeof amount !== 'number' || isNaN(amount) || amount <= 0) return res.status(400).json({ error: 'Invalid amount' });
  return res.json(await razorpay.orders.create({ amount: Math.round(amount * 100), currency: 'INR' })); // expect: client-trusted-price
});

router.post('/cart', async (req, res) => {
  const cart = await Cart.findOne({ user: req.user.id });
  res.json(await razorpay.orders.create({ amount: cart.total * 100, currency: 'INR' })); // ok: client-trusted-price
});

module.exports = router;
