const mongoose = require('mongoose');

const postSchema = new mongoose.Schema({
  text: String,
  author: { type: mongoose.Schema.Types.ObjectId, ref: 'User' },
  hidden: Boolean,
  views: Number,
  comments: [{ text: String, by: { type: mongoose.Schema.Types.ObjectId, ref: 'User' } }],
  likes: [{ type: mongoose.Schema.Types.ObjectId, ref: 'User' }],
});

module.exports = mongoose.model('Post', postSchema);
