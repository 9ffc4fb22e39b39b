const express = require('express');
const pool = require('./pool');

const app = express();

// What stands in front is loaded where it is put, and not called before.
app.use('/guarded', require('./auth'), require('./routes/guarded'));
app.use('/open', require('./note'), require('./routes/open'));
app.delete('/lots/:id', require('./auth'), async (req, res, next) => { // ok: missing-auth-guard
  pool.query('DELETE FROM lots WHERE id = ?', [Number(req.params.id)]).then(() => res.end(), next);
});
app.delete('/bids/:id', require('./note'), async (req, res, next) => { // expect: missing-auth-guard
  pool.query('DELETE FROM bids WHERE id = ?', [Number(req.params.id)]).then(() => res.end(), next);
});
app.listen(3000);
