exports.updateOne = (Model) => async (req, res) => {
  const row = await Model.findByIdAndUpdate(req.params.id, req.body, { new: true }); // expect: mass-assignment
  res.json(row);
};
exports.findOne = (Model) => async (req, res) => {
  res.json(await Model.findOne({ email: req.body.email })); // expect: nosql-injection
};
exports.listOf = (list) => async (req, res) => {
  res.json(await list.findOne({ email: req.body.email })); // ok: nosql-injection
};
