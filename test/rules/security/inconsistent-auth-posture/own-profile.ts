// packages: express@4.21.0, mongoose@8.9.0
import express from 'express';
import mongoose from 'mongoose';

const User = mongoose.model('User', new mongoose.Schema({ name: String, password: String }));

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}
function requireAdmin(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  if (req.user.role !== 'admin') return res.status(403).json({ error: 'Administrators only' });
  next();
}

const users = express.Router();
// Whoever is signed in changes what is their own; the rest is for the staff.
users.put('/profile', requireUser, async (req, res) => res.json(await User.updateOne({ _id: req.user.id }, { name: String(req.body.name) }))); // ok: inconsistent-auth-posture
users.get('/', requireUser, requireAdmin, async (req, res) => res.json(await User.find().limit(20)));
users.get('/:id', requireUser, requireAdmin, async (req, res) => res.json(await User.findById(String(req.params.id))));
users.put('/:id', requireUser, requireAdmin, async (req, res) => res.json(await User.updateOne({ _id: String(req.params.id) }, { name: String(req.body.name) })));
users.delete('/:id', requireUser, requireAdmin, async (req, res) => res.json(await User.deleteOne({ _id: String(req.params.id) })));
users.put('/:id/name', requireUser, requireAdmin, async (req, res) => res.json(await User.updateOne({ _id: String(req.params.id) }, { name: String(req.body.name) })));
users.put('/:id/email', requireUser, requireAdmin, async (req, res) => res.json(await User.updateOne({ _id: String(req.params.id) }, { name: String(req.body.name) })));
users.put('/:id/phone', requireUser, requireAdmin, async (req, res) => res.json(await User.updateOne({ _id: String(req.params.id) }, { name: String(req.body.name) })));
users.put('/:id/address', requireUser, requireAdmin, async (req, res) => res.json(await User.updateOne({ _id: String(req.params.id) }, { name: String(req.body.name) })));
users.put('/:id/plan', requireUser, requireAdmin, async (req, res) => res.json(await User.updateOne({ _id: String(req.params.id) }, { name: String(req.body.name) })));
users.put('/:id/state', requireUser, requireAdmin, async (req, res) => res.json(await User.updateOne({ _id: String(req.params.id) }, { name: String(req.body.name) })));
users.put('/:id/roles', requireUser, async (req, res) => res.json(await User.updateOne({ _id: String(req.params.id) }, { roles: [] }))); // expect: inconsistent-auth-posture(warning)
// A profile that the path names may be anybody's.
users.put('/:id/profile', requireUser, async (req, res) => res.json(await User.updateOne({ _id: String(req.params.id) }, { name: String(req.body.name) }))); // expect: inconsistent-auth-posture(warning)

// Who forgot a password can't sign in.
users.post('/forget-password', async (req, res) => res.json(await User.updateOne({ email: String(req.body.email) }, { code: 1 }))); // ok: inconsistent-auth-posture
users.post('/password-reset', async (req, res) => res.json(await User.updateOne({ email: String(req.body.email) }, { code: 2 }))); // ok: inconsistent-auth-posture
users.post('/recover-password', async (req, res) => res.json(await User.updateOne({ email: String(req.body.email) }, { code: 3 }))); // ok: inconsistent-auth-posture

const app = express();
app.use('/api/users', users);
app.listen(3000);
