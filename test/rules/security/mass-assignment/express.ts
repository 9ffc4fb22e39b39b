// packages: express@5.1.0, @prisma/client@6.0.0, mongoose@8.8.0, drizzle-orm@0.36.0, sequelize@6.37.0, knex@3.1.0, typeorm@0.3.20, mongodb@6.10.0, zod@4.0.0
import { PrismaClient } from '@prisma/client';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text } from 'drizzle-orm/pg-core';
import express from 'express';
import knex from 'knex';
import { MongoClient } from 'mongodb';
import mongoose, { model } from 'mongoose';
import { DataTypes, Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';
import { z } from 'zod';

const app = express();
const prisma = new PrismaClient();
const db = drizzle(process.env.DATABASE_URL!);
const users = pgTable('users', { name: text('name'), role: text('role') });
const sql = knex({ client: 'pg' });
const User = model('User', new mongoose.Schema({ name: String, role: String }));
const Account = new Sequelize(process.env.DATABASE_URL!).define('Account', { name: DataTypes.STRING });
const source = new DataSource({ type: 'postgres' });
const mongo = new MongoClient(process.env.MONGO_URL!);
const NewUser = z.object({ name: z.string() });

app.post('/prisma', async (req, res) => {
  res.json(await prisma.user.create({ data: req.body })); // expect: mass-assignment(error high)
});
app.post('/spread', async (req, res) => {
  res.json(await prisma.user.create({ data: { ...req.body, createdBy: 'web' } })); // expect: mass-assignment
});
app.patch('/rest/:id', async (req, res) => {
  const { id, ...data } = req.body; // expect: mass-assignment
  res.json(await prisma.user.update({ where: { id }, data }));
});
app.post('/mongoose', async (req, res) => {
  res.json(await User.create(req.body)); // expect: mass-assignment
});
app.post('/document', async (req, res) => {
  const user = new User(req.body); // expect: mass-assignment
  await user.save();
  res.json(user);
});
app.patch('/mongoose/:id', async (req, res) => {
  res.json(await User.findByIdAndUpdate(req.params.id, req.body)); // expect: mass-assignment
});
app.post('/drizzle', async (req, res) => {
  res.json(await db.insert(users).values(req.body)); // expect: mass-assignment
});
app.patch('/drizzle', async (req, res) => {
  res.json(await db.update(users).set(req.body)); // expect: mass-assignment
});
app.post('/sequelize', async (req, res) => {
  res.json(await Account.create(req.body)); // expect: mass-assignment
});
app.post('/knex', async (req, res) => {
  res.json(await sql('users').insert(req.body)); // expect: mass-assignment
});
app.post('/typeorm', async (req, res) => {
  res.json(await source.getRepository('User').save(req.body)); // expect: mass-assignment
});
app.post('/mongodb', async (req, res) => {
  res.json(await mongo.db().collection('users').insertOne(req.body)); // expect: mass-assignment
});

app.post('/safe/fields', async (req, res) => {
  const { name, email } = req.body; // ok: mass-assignment
  res.json(await prisma.user.create({ data: { name, email } }));
});
app.post('/safe/members', async (req, res) => {
  res.json(await User.create({ name: req.body.name, settings: { theme: req.body.theme } })); // ok: mass-assignment
});
app.post('/safe/schema', async (req, res) => {
  res.json(await prisma.user.create({ data: NewUser.parse(req.body) })); // ok: mass-assignment
});
app.post('/safe/result', async (req, res) => {
  const input = NewUser.safeParse(req.body); // ok: mass-assignment
  if (!input.success) return res.status(400).end();
  res.json(await db.insert(users).values(input.data));
});
app.delete('/safe/delete', async (req, res) => {
  res.json(await User.deleteOne({ _id: req.body.id })); // ok: mass-assignment
});
app.post('/safe/constant', async (_req, res) => {
  res.json(await prisma.visit.create({ data: { at: new Date() } })); // ok: mass-assignment
});
