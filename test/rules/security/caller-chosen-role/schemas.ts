// file: app/api/register/route.ts
// packages: next@15.0.0, drizzle-orm@0.44.0, zod@4.0.0, bcryptjs@3.0.0
import bcrypt from 'bcryptjs';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { z } from 'zod';

const db = drizzle(process.env.DATABASE_URL!);
const users = pgTable('users', { email: text('email'), password: text('password'), role: text('role') });
const One = z.object({ email: z.email(), password: z.string().min(12), role: z.enum(['user']) });
const Any = z.object({ email: z.email(), password: z.string().min(12), role: z.enum(['user', 'admin']) });

export async function POST(request: Request) {
  const { email, password, role } = One.parse(await request.json());
  await db.insert(users).values({ email, password: await bcrypt.hash(password, 10), role }); // ok: caller-chosen-role
  return new Response(null, { status: 201 });
}

export async function PUT(request: Request) {
  const { email, password, role } = Any.parse(await request.json());
  await db.insert(users).values({ email, password: await bcrypt.hash(password, 10), role }); // expect: caller-chosen-role
  return new Response(null, { status: 201 });
}

export async function PATCH(request: Request) {
  const sent = Any.safeParse(await request.json());
  if (!sent.success) return new Response(null, { status: 400 });
  await db.insert(users).values({ email: sent.data.email, password: await bcrypt.hash(sent.data.password, 10), role: sent.data.role }); // expect: caller-chosen-role
  return new Response(null, { status: 201 });
}

export async function DELETE(request: Request) {
  const { email, password, role } = await request.json();
  await db.insert(users).values({ email, password: await bcrypt.hash(password, 10), role }); // expect: caller-chosen-role
  return new Response(null, { status: 201 });
}
