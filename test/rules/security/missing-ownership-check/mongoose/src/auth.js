const jwt = require('jsonwebtoken');
const Post = require('./models/Post');

exports.protect = (req, res, next) => {
  const token = (req.headers.authorization || '').split(' ')[1];
  jwt.verify(token, process.env.JWT_SECRET, (error, user) => {
    if (error) return res.status(401).json({ message: 'Who are you?' });
    req.user = user;
    next();
  });
};

exports.isAuthor = async (req, res, next) => {
  const post = await Post.findById(req.params.id);
  if (!post.author.equals(req.user.id)) return res.status(403).json({ message: 'Not yours' });
  next();
};
