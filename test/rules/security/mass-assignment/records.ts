// packages: express@5.1.0, mongoose@8.8.0, sequelize@6.37.0, typeorm@0.3.20, zod@4.0.0, lodash@4.17.21, pg@8.13.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import _, { pick } from 'lodash';
import mongoose, { model } from 'mongoose';
import { Pool } from 'pg';
import { DataTypes, Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';
import { z } from 'zod';

const app = express();
const pool = new Pool();
const prisma = new PrismaClient();
const Profile = model('Profile', new mongoose.Schema({ name: String, role: String }));
const Account = new Sequelize(process.env.DATABASE_URL!).define('Account', { name: DataTypes.STRING });
const source = new DataSource({ type: 'postgres' });
class Member { id!: string; name!: string; role!: string }
const members = source.getRepository(Member);
const NewMember = z.object({ profile: z.object({ name: z.string() }) });

app.post('/part', async (req, res) => {
  const update = req.body.profile;
  res.json(await Profile.findOneAndUpdate({ name: req.params.name }, update)); // expect: mass-assignment
});
app.post('/part/taken', async (req, res) => {
  const { profile } = req.body;
  res.json(await prisma.profile.create({ data: profile })); // expect: mass-assignment
});
app.post('/part/spread', async (req, res) => {
  res.json(await prisma.profile.create({ data: { ...req.body.profile, createdBy: 'web' } })); // expect: mass-assignment
});
app.post('/part/many', async (req, res) => {
  res.json(await Profile.insertMany(req.body.profiles)); // expect: mass-assignment
});
app.post('/part/each', async (req, res) => {
  for (const profile of req.body.profiles) await prisma.profile.create({ data: profile }); // expect: mass-assignment
  res.end();
});
app.post('/part/mapped', async (req, res) => {
  await prisma.profile.createMany({ data: req.body.profiles.map((profile: object) => ({ ...profile, createdBy: 'web' })) }); // expect: mass-assignment
  res.end();
});
app.post('/assigned/new', async (req, res) => {
  const member = Object.assign(new Member(), req.body); // expect: mass-assignment
  res.json(await members.save(member));
});
app.patch('/assigned/document/:id', async (req, res) => {
  const profile = await Profile.findById(req.params.id);
  if (!profile) return res.sendStatus(404);
  Object.assign(profile, req.body); // expect: mass-assignment
  res.json(await profile.save());
});
app.patch('/assigned/instance/:id', async (req, res) => {
  const account = await Account.findByPk(req.params.id);
  if (!account) return res.sendStatus(404);
  Object.assign(account, req.body); // expect: mass-assignment
  res.json(await account.save());
});
app.patch('/set/document/:id', async (req, res) => {
  const profile = await Profile.findOne({ name: req.params.id });
  profile!.set(req.body); // expect: mass-assignment
  await profile!.save();
  res.json(profile);
});
app.patch('/update/instance/:id', async (req, res) => {
  const account = await Account.findByPk(req.params.id);
  res.json(await account!.update(req.body)); // expect: mass-assignment
});
app.patch('/set/instance/:id', async (req, res) => {
  const account = await Account.findByPk(req.params.id);
  account!.set(req.body); // expect: mass-assignment
  await account!.save();
  res.json(account);
});
app.patch('/merged/:id', async (req, res) => {
  const member = await members.findOneBy({ id: req.params.id });
  members.merge(member!, req.body); // expect: mass-assignment
  res.json(await members.save(member!));
});
app.patch('/lodash/:id', async (req, res) => {
  const profile = await Profile.findById(req.params.id);
  _.extend(profile, req.body); // expect: mass-assignment
  await profile!.save();
  res.json(profile);
});
app.post('/created', async (req, res) => {
  const member = members.create(req.body); // expect: mass-assignment
  res.json(await members.save(member));
});
app.post('/spread/:id', async (req, res) => {
  const member = await members.findOneBy({ id: req.params.id });
  res.json(await members.save({ ...member, ...req.body })); // expect: mass-assignment
});
app.post('/built', async (req, res) => {
  const account = Account.build(req.body); // expect: mass-assignment
  await account.save();
  res.json(account);
});
app.post('/some/:id', async (req, res) => {
  const profile = await Profile.findById(req.params.id);
  Object.assign(profile!, req.body.profile); // expect: mass-assignment
  await profile!.save();
  res.json(profile);
});

app.post('/safe/column', async (req, res) => {
  res.json(await prisma.profile.create({ data: { settings: req.body.settings, name: req.body.name } })); // ok: mass-assignment
});
app.patch('/safe/set/:id', async (req, res) => {
  res.json(await Profile.findByIdAndUpdate(req.params.id, { $set: { settings: req.body.settings } })); // ok: mass-assignment
});
app.patch('/safe/one/:id', async (req, res) => {
  const profile = await Profile.findById(req.params.id);
  profile!.name = req.body.name; // ok: mass-assignment
  profile!.set('name', req.body.name); // ok: mass-assignment
  await profile!.save();
  res.json(profile);
});
app.delete('/safe/id', async (req, res) => {
  await Profile.findByIdAndUpdate(req.body.id, { deleted: true }); // ok: mass-assignment
  await Profile.updateOne(req.body.filter, { $set: { deleted: true } }); // ok: mass-assignment
  await members.update(req.body.id, { name: 'gone' }); // ok: mass-assignment
  res.end();
});
app.post('/safe/picked/:id', async (req, res) => {
  const profile = await Profile.findById(req.params.id);
  Object.assign(profile!, _.pick(req.body, ['name']), pick(req.body.profile, 'bio')); // ok: mass-assignment
  await profile!.save();
  res.json(profile);
});
app.post('/safe/schema', async (req, res) => {
  const { profile } = NewMember.parse(req.body); // ok: mass-assignment
  res.json(await prisma.profile.create({ data: profile }));
});
app.post('/safe/query', async (req, res) => {
  await pool.query('INSERT INTO profiles (name, settings) VALUES ($1, $2)', [req.body.name, req.body.settings]); // ok: mass-assignment
  res.end();
});
app.post('/safe/named', async (req, res) => {
  const { name, email } = req.body.profile; // ok: mass-assignment
  res.json(await members.save({ name, email }));
});
app.post('/safe/elsewhere/:id', async (req, res) => {
  const profile = await Profile.findById(req.params.id);
  const shown = {};
  Object.assign(shown, req.body); // ok: mass-assignment
  await profile!.save();
  res.json(shown);
});
app.post('/safe/mapped', async (req, res) => {
  await prisma.profile.createMany({ data: req.body.profiles.map((profile: { name: string }) => ({ name: profile.name })) }); // ok: mass-assignment
  res.end();
});
app.post('/safe/payload', async (req, res) => {
  await pool.query('INSERT INTO events (payload) VALUES ($1)', [JSON.stringify(req.body)]); // ok: mass-assignment
  res.end();
});
app.post('/raw/set', async (req, res) => {
  await pool.query('INSERT INTO profiles SET ?', req.body); // expect: mass-assignment
  res.end();
});
app.post('/safe/list', async (req, res) => {
  const names = req.body.names.split(',');
  await Profile.insertMany(names.map((name: string) => ({ name }))); // ok: mass-assignment
  await prisma.profile.create({ data: { name: req.body.name.trim(), tags: { create: req.body.tags } } }); // ok: mass-assignment
  res.end();
});
