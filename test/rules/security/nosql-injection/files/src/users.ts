import mongoose, { model } from 'mongoose';

const User = model('User', new mongoose.Schema({ email: String }));

export function findByEmail(email: string) {
  return User.findOne({ email });
}

export function findByName(name: string) {
  return User.findOne({ name: { $eq: name } });
}
