module.exports = (req, res) => {
  res.json({ up: true });
};
