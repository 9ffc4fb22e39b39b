// packages: express@4.21.0, mongoose@8.9.0, jsonwebtoken@9.0.2
import express from 'express';
import jwt from 'jsonwebtoken';
import mongoose from 'mongoose';

const User = mongoose.model('User', new mongoose.Schema({ name: String, password: String }));
const caught = (handler) => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next);

const protect = caught(async (req, res, next) => {
  if (!req.cookies.jwt) return res.status(401).json({ error: 'Not authorized' });
  const { id } = jwt.verify(req.cookies.jwt, process.env.JWT_SECRET);
  req.user = await User.findById(id).limit(1);
  next();
});

const registerUser = caught(async (req, res) => res.json(await User.create({ name: String(req.body.name), password: String(req.body.password) })));
const registerDevice = caught(async (req, res) => res.json(await User.updateOne({ _id: String(req.body.id) }, { device: String(req.body.device) })));
const changeUser = caught(async (req, res) => res.json(await User.updateOne({ _id: String(req.params.id) }, { name: String(req.body.name) })));
const deleteUser = caught(async (req, res) => res.json(await User.deleteOne({ _id: String(req.params.id) })));

const users = express.Router();
users.post('/', registerUser); // ok: inconsistent-auth-posture
users.put('/:id', protect, changeUser);
users.patch('/:id', protect, changeUser);
users.delete('/:id', protect, deleteUser);
users.post('/:id/names', protect, changeUser);
// expect-next-line: inconsistent-auth-posture(error)
users.post('/:id/devices', registerDevice);
//^^^^^^^^^^^^^^^^^^^^^^^ call protect

const app = express();
app.use('/api/users', users);
