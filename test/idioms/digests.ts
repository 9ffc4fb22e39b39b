// packages: express@4.21.0, @prisma/client@6.1.0

// file: src/app.js
// A keyed digest proves who sent a message where what came of comparing it decides, at once or by a name that holds it.
const express = require('express'); const crypto = require('crypto');
const { PrismaClient } = require('@prisma/client');
const prisma = new PrismaClient();
const app = express(); app.use(express.json());
const f1 = (body, signature) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(body)).digest('hex'); const isValid = expected === signature; if (!isValid) { console.error('mismatch'); } return isValid; };
// endpoint: POST /f1 present SECRET signed
app.post('/f1', async (req, res) => { if (!f1(req.body, req.headers['x-signature'])) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
const f2 = (body, signature) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(body)).digest('hex'); const isValid = expected === signature; return isValid; };
// endpoint: POST /f2 present SECRET signed
app.post('/f2', async (req, res) => { if (!f2(req.body, req.headers['x-signature'])) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
const f3 = (body, signature) => crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(body)).digest('hex') === signature;
// endpoint: POST /f3 present SECRET signed
app.post('/f3', async (req, res) => { if (!f3(req.body, req.headers['x-signature'])) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
function f4(body, signature) { return crypto.timingSafeEqual(Buffer.from(crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(body)).digest('hex')), Buffer.from(signature)); }
// endpoint: POST /f4 present SECRET signed
app.post('/f4', async (req, res) => { if (!f4(req.body, req.headers['x-signature'])) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
function f5(body, signature) { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(body)).digest('hex'); if (expected === signature) return true; return false; }
// endpoint: POST /f5 present SECRET signed
app.post('/f5', async (req, res) => { if (!f5(req.body, req.headers['x-signature'])) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
function f6(body, signature) { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(body)).digest('hex'); return !!signature && expected === signature; }
// endpoint: POST /f6 present SECRET signed
app.post('/f6', async (req, res) => { if (!f6(req.body, req.headers['x-signature'])) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
const nf1 = (body, signature) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(body)).digest('hex'); const isValid = expected === signature; if (!isValid) { console.error('mismatch'); } return true; };
// endpoint: POST /nf1 absent NONE unsigned
app.post('/nf1', async (req, res) => { if (!nf1(req.body, req.headers['x-signature'])) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
const nf2 = (body, signature) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(body)).digest('hex'); const mismatch = expected !== signature; return mismatch; };
// endpoint: POST /nf2 absent NONE unsigned
app.post('/nf2', async (req, res) => { if (!nf2(req.body, req.headers['x-signature'])) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /e1 present SECRET signed
app.post('/e1', async (req, res) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex'); if (expected !== req.headers['x-signature']) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /e2 present SECRET signed
app.post('/e2', async (req, res) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex'); const ok = expected === req.headers['x-signature']; if (!ok) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /e3 present SECRET signed
app.post('/e3', async (req, res) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex'); const ok = expected === req.headers['x-signature']; if (!ok) console.error('no'); if (!ok) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /e4 present SECRET signed
app.post('/e4', async (req, res) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex'); const mismatch = expected !== req.headers['x-signature']; if (mismatch) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /e5 present SECRET signed
app.post('/e5', async (req, res) => { if (crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex') !== req.headers['x-signature']) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /e6 present SECRET signed
app.post('/e6', async (req, res) => { const ok = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex') === req.headers['x-signature']; if (!ok) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /e7 present SECRET signed
app.post('/e7', async (req, res) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex'); let ok = false; try { ok = crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(req.headers['x-signature'])); } catch { } if (!ok) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /e8 present SECRET signed
app.post('/e8', async (req, res) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex'); const ok = crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(req.headers['x-signature'])); if (!ok) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /e9 present SECRET signed
app.post('/e9', async (req, res) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex'); if (expected === req.headers['x-signature']) { await prisma.payment.create({ data: { x: 1 } }); return res.json({}); } return res.status(400).end(); });
// endpoint: POST /e10 present SECRET signed
app.post('/e10', async (req, res) => { const expected = Buffer.from(crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex')); const got = Buffer.from(req.headers['x-signature']); if (expected.length !== got.length || !crypto.timingSafeEqual(expected, got)) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /e11 present SECRET signed
app.post('/e11', async (req, res) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex'); const ok = req.headers['x-signature'] && expected === req.headers['x-signature']; if (!ok) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /n1 absent NONE unsigned
app.post('/n1', async (req, res) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex'); const ok = expected === req.headers['x-signature']; if (!ok) console.error('no'); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /n2 absent NONE unsigned
app.post('/n2', async (req, res) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex'); const ok = expected !== req.headers['x-signature']; if (!ok) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
// endpoint: POST /n3 absent NONE unsigned
app.post('/n3', async (req, res) => { const expected = crypto.createHmac('sha256', process.env.SECRET).update(JSON.stringify(req.body)).digest('hex'); const ok = expected.length > 0; if (!ok) return res.status(400).end(); await prisma.payment.create({ data: { x: 1 } }); res.json({}); });
