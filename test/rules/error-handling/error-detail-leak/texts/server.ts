import express from 'express';
import { Pool } from 'pg';
import { byCode, getErrorMessage, kindOf, logged, ofRefusals, orElse, textOf, untilProduction } from './lib/errors';

const pool = new Pool();
const app = express();

app.get('/orders', async (req, res) => {
  try {
    res.json((await pool.query('select id from orders where id = $1', [req.query.id])).rows);
  } catch (error) {
    res.status(500).json({ error: getErrorMessage(error) }); // expect: error-detail-leak(warning high)
    //                            ^^^^^^^^^^^^^^^^^^^^^^
  }
});

app.get('/invoices', async (req, res) => {
  try {
    res.json((await pool.query('select id from invoices where id = $1', [req.query.id])).rows);
  } catch (e: any) {
    const message = textOf(e);
    if (req.query.a) res.status(500).json({ message }); // expect: error-detail-leak
    else if (req.query.b) res.status(500).send(`Failed: ${orElse(e, 'no reason')}`); // expect: error-detail-leak
    else res.status(400).json({ error: getErrorMessage(e) }); // expect: error-detail-leak(warning low)
  }
});

app.get('/quiet', async (req, res) => {
  try {
    res.json((await pool.query('select id from quiet where id = $1', [req.query.id])).rows);
  } catch (e: any) {
    if (req.query.a) res.status(500).json({ error: untilProduction(e) }); // ok: error-detail-leak
    else if (req.query.b) res.status(500).json({ error: ofRefusals(e) }); // ok: error-detail-leak
    else if (req.query.c) res.status(500).json({ error: byCode(e) }); // ok: error-detail-leak
    else if (req.query.d) res.status(500).json({ error: kindOf(e) }); // ok: error-detail-leak
    else if (req.query.e) res.status(500).json({ error: logged(e) }); // ok: error-detail-leak
    else res.status(500).json({ error: orElse(e.code, 'none') }); // ok: error-detail-leak
  }
});

app.listen(3000);
