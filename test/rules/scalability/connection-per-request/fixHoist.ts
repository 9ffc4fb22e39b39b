// file: src/routes/orders.ts
// packages: express@5.1.0, pg@8.13.0
import express from 'express';
import { Pool } from 'pg';

export const router = express.Router();

// What is open.
router.get('/orders', async (req, res) => {
  // For this request.
  const pool = new Pool({ max: 5 }); // expect: connection-per-request
  res.json(await pool.query('select 1'));
});
