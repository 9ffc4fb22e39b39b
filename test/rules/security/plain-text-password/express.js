// packages: express@4.19.0, mongoose@8.0.0, mysql2@3.11.0, bcrypt@5.1.0
const bcrypt = require('bcrypt');
const express = require('express');
const mongoose = require('mongoose');
const mysql = require('mysql2/promise');

const app = express();
const pool = mysql.createPool(process.env.DATABASE_URL);
const schema = new mongoose.Schema({ email: String, password: String });
const User = mongoose.model('User', schema);
const Link = mongoose.model('Link', new mongoose.Schema({ password: String }));

// In a real application these would be hashed.
app.post('/login', async (req, res) => {
  const { email, password } = req.body;
  const user = await User.findOne({ email });
  if (!user || user.password !== password) return res.sendStatus(401); // expect: plain-text-password
  //           ^^^^^^^^^^^^^^^^^^^^^^^^^^ user.password is compared with what was typed
  return res.json({ id: user.id });
});

app.post('/named', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  const stored = user.password;
  const enteredPassword = req.body.password;
  res.json({ ok: stored === enteredPassword }); // expect: plain-text-password
});

app.post('/both', async (req, res) => {
  const user = await User.findOne({ email: req.body.email, password: req.body.password }); // expect: plain-text-password
  res.json({ ok: user !== null });
});

app.post('/sql', async (req, res) => {
  const { email, password } = req.body;
  const [rows] = await pool.query('SELECT id FROM users WHERE email = ? AND password = ?', [email, password]); // expect: plain-text-password
  res.json({ ok: rows.length > 0 });
});

schema.methods.isPassword = function (candidatePassword) {
  return this.password === candidatePassword; // expect: plain-text-password
};

app.post('/links/:id', async (req, res) => {
  const link = await Link.findById(req.params.id);
  res.json({ ok: link.password === req.body.password }); // expect: plain-text-password(warning low)
});

app.post('/hashed', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  res.json({ ok: await bcrypt.compare(req.body.password, user.password) }); // ok: plain-text-password
});

app.post('/digested', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  const password = hash(req.body.password);
  res.json({ ok: user.password === password }); // ok: plain-text-password
});

app.post('/digest', async (req, res) => {
  const password = hash(req.body.password);
  res.json(await User.findOne({ email: req.body.email, password })); // ok: plain-text-password
});

app.post('/register', async (req, res) => {
  const { password, confirmPassword } = req.body;
  if (password !== confirmPassword) return res.sendStatus(400); // ok: plain-text-password
  if (req.body.password === req.body.oldPassword) return res.sendStatus(400); // ok: plain-text-password
  return res.sendStatus(201);
});

app.post('/admin', (req, res) => {
  res.json({ ok: req.body.password === process.env.ADMIN_PASSWORD }); // ok: plain-text-password
});

app.post('/settings', (req, res) => {
  const config = { password: process.env.GATE_PASSWORD };
  res.json({ ok: req.body.password === config.password }); // ok: plain-text-password
});

app.post('/there', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  res.json({ ok: user.password !== undefined && user.password !== '' }); // ok: plain-text-password
});

/** Two records, to see whether it has changed. */
async function changed(before, after) {
  return before.password !== after.password; // ok: plain-text-password
}

function hash(text) {
  return bcrypt.hashSync(text, 10);
}

module.exports = { changed };
