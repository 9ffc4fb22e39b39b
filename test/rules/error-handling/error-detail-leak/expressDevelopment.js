// packages: express@4.21.0
const express = require('express');

const app = express();
app.get('/orders', (req, res) => res.json([]));

if (app.get('env') === 'development') {
  app.use(function (err, req, res, next) {
    res.status(err.status || 500);
    res.render('error', { message: err.message, error: err }); // ok: error-detail-leak
  });
}
if (process.env.NODE_ENV !== 'production') app.use((err, req, res, next) => res.status(500).json({ error: err })); // ok: error-detail-leak
if (app.get('mode') === 'development') app.use((err, req, res, next) => res.status(500).json({ error: err })); // expect: error-detail-leak
if (app.get('env') === 'production') app.use((err, req, res, next) => res.status(500).json({ error: err.message })); // expect: error-detail-leak

app.use(function (err, req, res, next) {
  res.status(err.status || 500);
  res.render('error', { message: err.message, error: {} }); // expect: error-detail-leak
});

module.exports = app;
