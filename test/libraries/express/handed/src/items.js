const guard = require('./guard');

// The application is handed in, and nothing here says what it is.
module.exports = (app) => {
  app.get('/items', (req, res) => res.json([]));
  app.use('/items', guard);
  app.post('/items', (req, res) => res.json({}));
};
