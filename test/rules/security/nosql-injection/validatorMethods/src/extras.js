const stamp = (req, res, next) => {
  res.locals.at = Date.now();
  next();
};
const flags = (req, res, next) => next();

const seen = require('./seen');

module.exports = { stamp, flags, seen };
