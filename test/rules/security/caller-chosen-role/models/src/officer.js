const mongoose = require('mongoose');

const OfficerSchema = new mongoose.Schema({
  email: String,
  password: String,
  role: { type: String, enum: { values: ['guard', 'admin'] } },
});

module.exports = mongoose.model('Officer', OfficerSchema);
