const express = require('express');
const { takeEvent, takeNotice } = require('./events');

const app = express();
app.use(express.json());

// A signature is asked for in a function that also says why it refuses.
app.post('/webhooks/payments', async (req, res) => { // ok: missing-rate-limit
  await takeEvent(req.body, req.headers['x-payment-signature']);
  res.json({ received: true });
});

app.post('/webhooks/notices', async (req, res) => { // expect: missing-rate-limit
  await takeNotice(req.body);
  res.json({ received: true });
});
