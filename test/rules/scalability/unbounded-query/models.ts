// packages: express@5.1.0, mongoose@8.0.0, sequelize@6.37.0, typeorm@0.3.20
import express from 'express';
import mongoose from 'mongoose';
import { DataTypes, Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';

const app = express();
const Post = mongoose.model('Post', new mongoose.Schema({ title: String }));
const sequelize = new Sequelize('sqlite::memory:');
const Comment = sequelize.define('Comment', { text: DataTypes.STRING });
const source = new DataSource({ type: 'sqlite', database: ':memory:' });
const letters = source.getRepository('Letter');

app.get('/posts', async (req, res) => {
  res.json(await Post.find()); // expect: unbounded-query(warning high)
});

app.get('/posts/public', async (req, res) => {
  const posts = await Post.find({ published: true }).sort({ createdAt: -1 }).lean(); // expect: unbounded-query
  res.json(posts);
});

app.get('/posts/page', async (req, res) => {
  res.json([await Post.find().skip(20).limit(20), await Post.find().countDocuments(), await Post.countDocuments()]); // ok: unbounded-query
  res.json([await Post.find({}, null, { limit: 20 }), await Post.find({ published: true }, 'title', { skip: 20, limit: 20 })]); // ok: unbounded-query
  res.json(await Post.find({ published: true }, 'title', { skip: 20 })); // expect: unbounded-query
});

app.get('/posts/mine', async (req, res) => {
  res.json([await Post.find({ author: '1' }), await Post.find({ _id: { $in: ['1'] } })]); // ok: unbounded-query
});

app.get('/posts/stream', async (req, res) => {
  for await (const post of Post.find().cursor()) res.write(post.title); // ok: unbounded-query
  res.end();
});

app.get('/comments', async (req, res) => {
  res.json(await Comment.findAll({ order: [['createdAt', 'DESC']] })); // expect: unbounded-query
});

app.get('/comments/scoped', async (req, res) => {
  res.json([await Comment.scope({ method: ['of', req.query.post] }).findAll(), await Comment.filterByPost(req.query.post).findAll()]); // ok: unbounded-query
});

app.get('/comments/page', async (req, res) => {
  res.json([await Comment.findAll({ limit: 20 }), await Comment.findAll({ where: { postId: 1 } }), await Comment.count()]); // ok: unbounded-query
});

app.get('/letters', async (req, res) => {
  res.json(await letters.find()); // expect: unbounded-query
});

app.get('/letters/page', async (req, res) => {
  res.json([await letters.find({ take: 20 }), await letters.findAndCount({ take: 20 }), await letters.findBy({ id: 1 })]); // ok: unbounded-query
});

app.get('/letters/built', async (req, res) => {
  res.json(await letters.createQueryBuilder('letter').orderBy('letter.sent').getMany()); // expect: unbounded-query
});

app.get('/letters/built/page', async (req, res) => {
  const query = letters.createQueryBuilder('letter');
  query.take(20);
  res.json([await query.getMany(), await letters.createQueryBuilder('letter').take(20).getMany()]); // ok: unbounded-query
});
