import express from 'express';
import { Pool } from 'pg';

export const router = express.Router();

// For this request.
const pool = new Pool({ max: 5 });

// What is open.
router.get('/orders', async (req, res) => {
  res.json(await pool.query('select 1'));
});
