// packages: express@5.1.0, @prisma/client@6.0.0, mongoose@8.0.0, pg@8.13.0
import express from 'express';
import { PrismaClient } from '@prisma/client';
import { Schema, model } from 'mongoose';
import { Pool } from 'pg';
import { measure } from './measure';

const prisma = new PrismaClient();
const pool = new Pool();
const Clip = model('Clip', new Schema({ views: Number, length: Number, viewers: [String], state: String, title: String }));
const View = model('View', new Schema({ clip: String }));
const SearchTerm = model('SearchTerm', new Schema({ text: String }));
const Review = model('Review', new Schema({ text: String }));
const app = express();

// What a page notes by the way is nothing that somebody asked for.
app.get('/clips/:id', async (req, res) => { // ok: missing-auth-guard
  const clip = await Clip.findById(req.params.id);
  const view = new View({ clip: clip.id });
  await view.save();
  await Clip.findOneAndUpdate({ _id: clip.id }, { $push: { checkedViews: view.id }, $set: { lastViewedAt: new Date() } });
  res.render('clip', { clip });
});
app.get('/shorts/:id', async (req, res) => { // ok: missing-auth-guard
  const clip = await Clip.findById(req.params.id);
  clip.views = (clip.views || 0) + 1;
  clip.viewers.push(req.ip);
  await clip.save();
  res.json(clip);
});
app.get('/search', async (req, res) => { // ok: missing-auth-guard
  await noteSearch(req.query.q);
  res.json(await Clip.find({ title: req.query.q }).limit(20));
});
async function noteSearch(text) {
  const term = new SearchTerm({ text });
  await term.save();
}
app.get('/tools', async (req, res) => { // ok: missing-auth-guard
  await prisma.pageView.create({ data: { path: req.path } });
  res.json(await prisma.tool.findMany({ take: 20 }));
});
app.get('/l/:slug', async (req, res) => { // ok: missing-auth-guard
  const { rows } = await pool.query('SELECT url FROM links WHERE slug = $1', [req.params.slug]);
  await pool.query('INSERT INTO link_clicks (slug) VALUES ($1)', [req.params.slug]);
  res.redirect(rows[0].url);
});
// What was missing is worked out once.
app.get('/films', async (_req, res) => { // ok: missing-auth-guard
  const films = await Clip.find().limit(20);
  for (const film of films) await addLength(film);
  res.json(films);
});
async function addLength(film) {
  if (film.fileType === 'video' && !film.length) {
    const found = await Clip.findOne({ _id: film.id });
    found.length = await measure(film.id);
    await found.save();
  }
}

// The same words at an address that changes something, and changes that somebody asks for.
app.post('/clips/:id/views', async (req, res) => { // expect: missing-auth-guard
  await prisma.pageView.create({ data: req.body });
  res.end();
});
app.get('/clips/:id/hide', async (req, res) => { // expect: missing-auth-guard
  const clip = await Clip.findById(req.params.id);
  clip.views += 1;
  clip.state = 'hidden';
  await clip.save();
  res.json(clip);
});
app.get('/clips/:id/finish', async (req, res) => { // expect: missing-auth-guard
  const clip = await Clip.findById(req.params.id);
  if (!clip.state) {
    clip.state = 'finished';
    await clip.save();
  }
  res.json(clip);
});
app.get('/clips/:id/name', async (req, res) => { // expect: missing-auth-guard
  const clip = await Clip.findById(req.params.id);
  if (clip.title === undefined) {
    clip.title = req.query.title;
    await clip.save();
  }
  res.json(clip);
});
app.get('/reviews/new', async (req, res) => { // expect: missing-auth-guard
  const review = new Review({ text: req.query.text });
  await review.save();
  res.json(review);
});
app.get('/views/clear', async (_req, res) => { // expect: missing-auth-guard
  await prisma.pageView.create({ data: { path: '/views/clear' } });
  await prisma.pageView.deleteMany({});
  res.end();
});
app.get('/clips/:id/reset', async (req, res) => { // expect: missing-auth-guard
  await Clip.findByIdAndUpdate(req.params.id, { $set: { lastViewedAt: null }, $unset: { title: 1 } });
  res.end();
});
