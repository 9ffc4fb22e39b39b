const router = require('express').Router();
const pool = require('../pool');

router.post('/', async (req, res, next) => { // ok: missing-auth-guard
  pool.query('INSERT INTO lots (name) VALUES (?)', [String(req.body.name)]).then(() => res.end(), next);
});
module.exports = router;
