const router = require('express').Router();
const pool = require('../pool');

router.post('/', async (req, res, next) => { // expect: missing-auth-guard
  pool.query('INSERT INTO bids (name) VALUES (?)', [String(req.body.name)]).then(() => res.end(), next);
});
module.exports = router;
