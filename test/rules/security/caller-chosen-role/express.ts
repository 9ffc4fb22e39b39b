// packages: express@5.1.0, mongoose@8.0.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2, bcryptjs@3.0.0
import bcrypt from 'bcryptjs';
import { PrismaClient } from '@prisma/client';
import express from 'express';
import jwt from 'jsonwebtoken';
import mongoose from 'mongoose';

const app = express();
const prisma = new PrismaClient();
const User = mongoose.model('User', new mongoose.Schema({ email: String, password: String, role: { type: String, enum: ['user', 'admin'] } }));
const Reader = mongoose.model('Reader', new mongoose.Schema({ email: String, password: String, role: { type: String, enum: ['reader', 'author'] } }));

function signedIn(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET!);
  } catch {
    return res.sendStatus(401);
  }
  next();
}

function adminOnly(req, res, next) {
  if (req.user.role !== 'admin') return res.sendStatus(403);
  next();
}

app.post('/register', async (req, res) => {
  const { email, password, role } = req.body;
  if (!email || !password || !role) return res.sendStatus(400);
  const user = await User.create({
    email,
    password: await bcrypt.hash(password, 10),
    role, // expect: caller-chosen-role(error medium)
    //^^ role of the new account is what the request says (role)
  });
  return res.json({ token: jwt.sign({ id: user._id, role }, process.env.JWT_SECRET!) });
});

app.post('/signup', async (req, res) => {
  const user = new User({ email: req.body.email, password: await bcrypt.hash(req.body.password, 10), role: req.body.role || 'user' }); // expect: caller-chosen-role
  await user.save();
  res.sendStatus(201);
});

app.post('/accounts', async (req, res) => {
  const { email, password, isAdmin = false } = req.body;
  await prisma.account.create({ data: { email, password: await bcrypt.hash(password, 10), isAdmin } }); // expect: caller-chosen-role
  res.sendStatus(201);
});

app.patch('/me', signedIn, async (req, res) => {
  const { name, role } = req.body;
  await prisma.user.update({ where: { id: req.user.id }, data: { name, role } }); // expect: caller-chosen-role
  //                                                                   ^^^^ it is the account of whoever is calling
  res.sendStatus(204);
});

app.put('/me', signedIn, async (req, res) => {
  await User.findByIdAndUpdate(req.user.id, { $set: { name: req.body.name, permissions: req.body.permissions } }); // expect: caller-chosen-role
  res.sendStatus(204);
});

app.post('/me/role', signedIn, async (req, res) => {
  const user = await User.findById(req.user.id);
  user.role = req.body.role; // expect: caller-chosen-role
  await user.save();
  res.sendStatus(204);
});

// Anybody changes anybody: a guard is missing, and rules about guards say so.
app.put('/users/:id', async (req, res) => {
  await User.findByIdAndUpdate(req.params.id, { role: req.body.role }); // ok: caller-chosen-role
  res.sendStatus(204);
});

app.post('/admin/users', async (req, res) => {
  await User.create({ email: req.body.email, password: await bcrypt.hash(req.body.password, 10), role: req.body.role }); // ok: caller-chosen-role
  res.sendStatus(201);
});

// The model refuses other values, and none of them may do more.
app.post('/readers', async (req, res) => {
  const { email, password, role } = req.body;
  await Reader.create({ email, password: await bcrypt.hash(password, 10), role }); // ok: caller-chosen-role
  res.sendStatus(201);
});

app.post('/register/checked', async (req, res) => {
  const { email, password, role } = req.body;
  if (!['student', 'teacher'].includes(role)) return res.sendStatus(400);
  await User.create({ email, password: await bcrypt.hash(password, 10), role }); // ok: caller-chosen-role
  return res.sendStatus(201);
});

app.post('/register/compared', async (req, res) => {
  const { email, password, role } = req.body;
  if (role === 'admin') return res.sendStatus(403);
  await User.create({ email, password: await bcrypt.hash(password, 10), role }); // ok: caller-chosen-role
  return res.sendStatus(201);
});

app.post('/register/told', async (req, res) => {
  const { email, password, role } = req.body;
  const kinds = { student: 'student', teacher: 'teacher' };
  await User.create({ email, password: await bcrypt.hash(password, 10), role: role === 'teacher' ? 'teacher' : 'student' }); // ok: caller-chosen-role
  await User.create({ email, password, role: kinds[req.body.kind] }); // ok: caller-chosen-role
  await User.create({ email, password, role: 'user' }); // ok: caller-chosen-role
  return res.sendStatus(201);
});

app.post('/users', signedIn, adminOnly, async (req, res) => {
  const { email, password, role } = req.body;
  await User.create({ email, password: await bcrypt.hash(password, 10), role }); // ok: caller-chosen-role
  res.sendStatus(201);
});

// Somebody else's account, and whether its caller may say so is not seen.
app.patch('/members/:id', signedIn, async (req, res) => {
  await prisma.member.update({ where: { id: req.params.id }, data: { role: req.body.role } }); // ok: caller-chosen-role
  res.sendStatus(204);
});

// What somebody does in a company is no right.
app.post('/team', async (req, res) => {
  await prisma.card.create({ data: { name: req.body.name, role: req.body.role } }); // ok: caller-chosen-role
  res.sendStatus(201);
});
