// packages: express@4.21.0, pg@8.13.0
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool();

const app = express();

app.delete('/orders/:id', async (req, res, next) => {
  if (!req.session.userId) { // expect: disabled-guard
    // Nobody is signed in.
    res.status(401).json({ error: 'Sign in first' });
  }
  await pool.query('DELETE FROM orders WHERE id = $1', [req.params.id]).catch(next);
});

app.delete('/coupons/:id', async (req, res, next) => {
  if (!req.session.userId) res.sendStatus(401); // expect: disabled-guard
  await pool.query('DELETE FROM coupons WHERE id = $1', [req.params.id]).catch(next);
});
