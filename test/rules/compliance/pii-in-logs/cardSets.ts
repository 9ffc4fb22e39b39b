// file: src/routes/prices.ts
// packages: express@5.1.0
import express from 'express';
import { priceOf } from '../prices';

export const router = express.Router();

router.post('/prices', async (req, res) => {
  const { title, setName, cardNumber, grade } = req.body;
  console.log(`Price of ${title} (${setName} #${cardNumber}, grade ${grade})`); // ok: pii-in-logs
  res.json(await priceOf(title, setName, cardNumber, grade));
});

router.get('/wards/:patient/:session', (req, res) => {
  const filter = { ward: req.query.profile, patient: req.params.patient };
  console.log('Looking for', filter, req.params.session); // ok: pii-in-logs
  console.log('Asked by', req.user); // expect: pii-in-logs
  res.json(filter);
});
