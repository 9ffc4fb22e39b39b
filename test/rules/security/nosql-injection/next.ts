// file: app/api/users/route.ts
// packages: next@15.0.0, mongoose@8.8.0
import mongoose, { model } from 'mongoose';

const User = model('User', new mongoose.Schema({ email: String }));

export async function POST(request: Request) {
  const { email } = await request.json();
  return Response.json(await User.findOne({ email })); // expect: nosql-injection
}

export async function GET(request: Request) {
  const email = new URL(request.url).searchParams.get('email');
  return Response.json(await User.findOne({ email })); // ok: nosql-injection
}
