const express = require('express');
const { isAuthor, protect } = require('./auth');
const Post = require('./models/Post');

const app = express();
app.use(express.json());

app.put('/posts/:id', protect, async (req, res) => {
  const post = await Post.findById(req.params.id);
  if (!post) return res.status(404).json({ message: 'There is none' });
  post.text = String(req.body.text);
  await post.save(); // expect: missing-ownership-check
  res.json(post);
});

app.delete('/posts/:id', protect, async (req, res) => {
  const post = await Post.findById(req.params.id);
  if (post.author.toString() !== req.user.id) return res.status(403).json({ message: 'Not yours' });
  await post.deleteOne(); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.delete('/posts/:id/now', protect, async (req, res) => {
  await Post.findByIdAndDelete(req.params.id); // expect: missing-ownership-check
  res.sendStatus(204);
});

app.delete('/posts/:id/later', protect, isAuthor, async (req, res) => {
  await Post.findByIdAndDelete(req.params.id); // ok: missing-ownership-check
  res.sendStatus(204);
});

// Everybody may like what somebody else wrote: who does is what is stored.
app.post('/posts/:id/like', protect, async (req, res) => {
  await Post.findByIdAndUpdate(req.params.id, { $addToSet: { likes: req.user.id } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.post('/posts/:id/comments', protect, async (req, res) => {
  const post = await Post.findById(req.params.id);
  const comment = { text: String(req.body.text), by: req.user.id };
  post.comments.unshift(comment);
  await post.save(); // ok: missing-ownership-check
  res.json(post.comments);
});

app.post('/posts/:id/views', protect, async (req, res) => {
  await Post.updateOne({ _id: req.params.id }, { $inc: { views: 1 } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.post('/posts/:id/hide', protect, async (req, res) => {
  await Post.updateOne({ _id: req.params.id }, { $set: { hidden: true } }); // expect: missing-ownership-check
  res.sendStatus(204);
});

app.get('/posts', protect, async (req, res) => {
  res.json(await Post.find({ author: req.user.id }).limit(20));
});

app.listen(3000);
