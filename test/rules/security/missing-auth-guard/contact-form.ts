// packages: express@4.21.0, mongoose@8.9.0
import express from 'express';
import mongoose from 'mongoose';

const Contact = mongoose.model('Contact', new mongoose.Schema({ name: String, email: String, message: String }));

const contact = express.Router();
contact.post('/add', async (req, res) => res.json(await Contact.create({ name: String(req.body.name), email: String(req.body.email) }))); // ok: missing-auth-guard
contact.post('/send', async (req, res) => res.json(await Contact.create({ name: String(req.body.name), email: String(req.body.email) }))); // ok: missing-auth-guard
// Nobody who writes to a shop takes letters of others away.
contact.delete('/:id', async (req, res) => res.json(await Contact.deleteOne({ _id: String(req.params.id) }))); // expect: missing-auth-guard(error)

// Contacts are people that somebody keeps.
const contacts = express.Router();
contacts.post('/add', async (req, res) => res.json(await Contact.create({ name: String(req.body.name), email: String(req.body.email) }))); // expect: missing-auth-guard(error)

const app = express();
app.use('/api/contact', contact);
app.use('/api/contacts', contacts);
app.listen(3000);
