const jwt = require('jsonwebtoken');

module.exports = function (req, res, next) {
  const token = (req.headers.authorization || '').replace('Bearer ', '');
  jwt.verify(token, process.env.JWT_SECRET, (error, payload) => {
    if (error) return res.status(401).json({ error: 'Sign in first' });
    req.user = payload;
    next();
  });
};
