// file: src/routes/pay.ts
// packages: express@5.1.0
import express from 'express';
import { charge } from '../charge';

export const router = express.Router();

router.post('/pay', async (req, res) => {
  const { setName, cardNumber, cvc } = req.body;
  console.log(`Charging ${cardNumber} for ${setName}`); // expect: pii-in-logs(error high)
  res.json(await charge(cardNumber, cvc));
});
