// packages: express@4.21.0, express-session@1.18.0, pg@8.13.0
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool();

const app = express();

app.delete('/orders/:id', async (req, res, next) => {
  try {
    if (!req.session.userId) { // expect: disabled-guard
//      ^^^^^^^^^^^^^^^^^^^ A return is missing
      res.status(401).json({ error: 'Sign in first' });
    }
    await pool.query('DELETE FROM orders WHERE id = $1', [req.params.id]);
    res.json({});
  } catch (error) {
    next(error);
  }
});

// A helper that answers cannot stop who calls it.
function check(req, res) {
  if (!req.session.userId) res.redirect('/login');
}
app.delete('/invoices/:id', async (req, res, next) => {
  try {
    check(req, res); // expect: disabled-guard
    await pool.query('DELETE FROM invoices WHERE id = $1', [req.params.id]);
    res.json({});
  } catch (error) {
    next(error);
  }
});

const signedIn = (req, res, next) => {
  if (!req.session.userId) res.status(401).json({ error: 'Sign in first' });
  next();
};
app.delete('/coupons/:id', signedIn, async (req, res) => { // expect: disabled-guard
  await pool.query('DELETE FROM coupons WHERE id = $1', [req.params.id]).catch(() => res.status(500).end());
  res.json({});
});

// All of these stop.
const stopping = (req, res, next) => {
  if (!req.session.userId) res.status(401).json({ error: 'Sign in first' });
  else next();
};
app.delete('/a/:id', stopping, async (req, res) => { // ok: disabled-guard
  await pool.query('DELETE FROM a WHERE id = $1', [req.params.id]).catch(() => res.status(500).end());
});
app.delete('/b/:id', async (req, res, next) => { // ok: disabled-guard
  if (!req.session.userId) {
    res.status(401).json({});
    return;
  }
  await pool.query('DELETE FROM b WHERE id = $1', [req.params.id]).catch(next);
});
app.delete('/c/:id', async (req, res, next) => { // ok: disabled-guard
  check(req, res);
  if (res.headersSent) return;
  await pool.query('DELETE FROM c WHERE id = $1', [req.params.id]).catch(next);
});
app.delete('/d/:id', async (req, res, next) => { // ok: disabled-guard
  let refused = false;
  if (!req.session.userId) {
    res.status(401).json({});
    refused = true;
  }
  if (refused) return;
  await pool.query('DELETE FROM d WHERE id = $1', [req.params.id]).catch(next);
});
function allowed(req, res) {
  if (!req.session.userId) {
    res.status(401).json({});
    return false;
  }
  return true;
}
app.delete('/e/:id', async (req, res, next) => { // ok: disabled-guard
  if (!allowed(req, res)) return;
  await pool.query('DELETE FROM e WHERE id = $1', [req.params.id]).catch(next);
});
app.delete('/f/:id', async (req, res, next) => { // ok: disabled-guard
  if (!req.session.userId) {
    res.status(401).json({});
  } else {
    await pool.query('DELETE FROM f WHERE id = $1', [req.params.id]).catch(next);
  }
});
