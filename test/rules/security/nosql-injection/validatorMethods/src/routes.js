const mongoose = require('mongoose');

const User = mongoose.model('User', new mongoose.Schema({ email: String }));

module.exports = (app) => {
  app.post('/find', async (req, res) => {
    try {
      res.json(await User.findOne({ email: req.body.email })); // expect: nosql-injection
    } catch {
      res.status(500).end();
    }
  });
};
