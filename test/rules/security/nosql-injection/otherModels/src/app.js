const express = require('express');

const app = express();
app.use(express.json());

// Models of Sequelize are given conditions in an option.
const findOne = (Model) => async (req, res) => {
  res.json(await Model.findOne({ where: { email: req.body.email } })); // ok: nosql-injection
};
app.post('/users/find', findOne(require('./user')));
