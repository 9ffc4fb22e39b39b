module.exports = function seen(req, res, next) {
  res.locals.seen = true;
  next();
};
