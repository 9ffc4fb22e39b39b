const guard = require('./guard');

module.exports = function (router) {
  router.get('/', (req, res) => res.json([])).post('/', guard, (req, res) => res.json({}));
};
