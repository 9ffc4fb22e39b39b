// packages: express@4.21.0, mongoose@8.9.0
import express from 'express';
import mongoose from 'mongoose';

const City = mongoose.model('City', new mongoose.Schema({ name: String }));
const Customer = mongoose.model('Customer', new mongoose.Schema({ name: String, email: String }));
const body = (req: express.Request) => ({ name: String(req.body.name) });

const router = express.Router();

// Public endpoints for forms
router.post('/orders/first', async (req, res) => res.json(await City.create(body(req)))); // ok: missing-auth-guard
router.post('/orders/second', async (req, res) => res.json(await City.create(body(req)))); // ok: missing-auth-guard
router.post('/orders/third', async (req, res) => res.json(await City.create(body(req)))); // ok: missing-auth-guard
// Meant for the office.
router.post('/orders/fourth', async (req, res) => res.json(await City.create(body(req)))); // expect: missing-auth-guard
router.post('/orders/fifth', async (req, res) => res.json(await City.create(body(req)))); // expect: missing-auth-guard

router.post('/orders/sixth', async (req, res) => res.json(await City.create(body(req)))); // expect: missing-auth-guard

// ==========================================
// Public routes (landing page)
// ==========================================

/** The newest ones. */
router.post('/customers/a', async (req, res) => res.json(await Customer.create(body(req)))); // ok: missing-auth-guard

router.post('/customers/b', async (req, res) => res.json(await Customer.create(body(req)))); // ok: missing-auth-guard

// ==========================================
// All of them
// ==========================================

router.post('/customers/c', async (req, res) => res.json(await Customer.create(body(req)))); // expect: missing-auth-guard

const app = express();
app.use('/api', router);
app.listen(3000);
