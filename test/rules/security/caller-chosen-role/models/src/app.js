const express = require('express');
const Officer = require('./officer');
const User = require('./user');

const app = express();

app.post('/register', async (req, res) => {
  const { email, password, role } = req.body;
  await User.create({ email, password, role }); // ok: caller-chosen-role
  res.sendStatus(201);
});

app.post('/officers', async (req, res) => {
  const { email, password, role } = req.body;
  await Officer.create({ email, password, role }); // expect: caller-chosen-role
  res.sendStatus(201);
});
