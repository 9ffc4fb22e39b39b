// packages: express@5.1.0, drizzle-orm@0.44.0, knex@3.0.0, kysely@0.28.0, sequelize@6.37.0, pg@8.0.0, mongodb@6.0.0, jsonwebtoken@9.0.2
import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';
import knex from 'knex';
import { Kysely, PostgresDialect } from 'kysely';
import { MongoClient, ObjectId } from 'mongodb';
import { Pool } from 'pg';
import { DataTypes, Sequelize } from 'sequelize';

const app = express();
const notes = pgTable('notes', { id: integer('id'), ownerId: text('owner_id'), title: text('title') });
const tags = pgTable('tags', { id: integer('id'), title: text('title') });
const db = drizzle(process.env.DATABASE_URL!);
const query = knex({ client: 'pg', connection: process.env.DATABASE_URL });
const rows = new Kysely<{ bills: { id: string; user_id: string } }>({ dialect: new PostgresDialect({ pool: undefined as never }) });
const sequelize = new Sequelize(process.env.DATABASE_URL!);
const Car = sequelize.define('Car', { title: DataTypes.STRING, userId: DataTypes.STRING });
const pool = new Pool();
const client = new MongoClient(process.env.MONGO_URL!);

interface Known extends Request {
  user?: { id: string };
}

function requireAuth(req: Known, res: Response, next: NextFunction) {
  try {
    req.user = jwt.verify((req.headers.authorization ?? '').slice(7), process.env.JWT_SECRET!) as { id: string };
    next();
  } catch {
    res.status(401).json({ error: 'Who are you?' });
  }
}

app.use(requireAuth);

app.get('/drizzle/:id', async (req: Known, res) => {
  res.json(await db.select().from(notes).where(and(eq(notes.id, Number(req.params.id)), eq(notes.ownerId, req.user!.id))));
});
app.delete('/drizzle/:id', async (req: Known, res) => {
  await db.delete(notes).where(eq(notes.id, Number(req.params.id))); // expect: missing-ownership-check
  await db.delete(tags).where(eq(tags.id, Number(req.params.id))); // ok: missing-ownership-check
  res.sendStatus(204);
});
app.put('/drizzle/:id', async (req: Known, res) => {
  const { title } = req.body;
  await db.update(notes).set({ title }).where(and(eq(notes.id, Number(req.params.id)), eq(notes.ownerId, req.user!.id))); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.get('/knex', async (req: Known, res) => {
  res.json(await query('files').where({ user_id: req.user!.id }).select('id', 'name'));
});
app.delete('/knex/:id', async (req: Known, res) => {
  await query('files').where({ id: req.params.id }).del(); // expect: missing-ownership-check
  res.sendStatus(204);
});
app.patch('/knex/:id', async (req: Known, res) => {
  await query('files').where({ id: req.params.id, user_id: req.user!.id }).update({ kept: true }); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.get('/kysely', async (req: Known, res) => {
  res.json(await rows.selectFrom('bills').where('user_id', '=', req.user!.id).selectAll().execute());
});
app.delete('/kysely/:id', async (req: Known, res) => {
  await rows.deleteFrom('bills').where('id', '=', req.params.id).execute(); // expect: missing-ownership-check
  res.sendStatus(204);
});
app.patch('/kysely/:id', async (req: Known, res) => {
  await rows.deleteFrom('bills').where('id', '=', req.params.id).where('user_id', '=', req.user!.id).execute(); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.get('/sequelize', async (req: Known, res) => {
  res.json(await Car.findAll({ where: { userId: req.user!.id } }));
});
app.delete('/sequelize/:id', async (req: Known, res) => {
  await Car.destroy({ where: { id: req.params.id } }); // expect: missing-ownership-check
  res.sendStatus(204);
});
app.put('/sequelize/:id', async (req: Known, res) => {
  const car = await Car.findByPk(req.params.id);
  if (!car) return res.sendStatus(404);
  if (car.get('userId') !== req.user!.id) return res.sendStatus(403);
  await Car.update({ title: 'sold' }, { where: { id: req.params.id } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.get('/pg', async (req: Known, res) => {
  res.json(await pool.query('SELECT * FROM letters WHERE user_id = $1', [req.user!.id]));
});
app.delete('/pg/:id', async (req: Known, res) => {
  await pool.query('DELETE FROM letters WHERE id = $1', [req.params.id]); // expect: missing-ownership-check
  res.sendStatus(204);
});
app.put('/pg/:id', async (req: Known, res) => {
  const { text } = req.body;
  await pool.query('UPDATE letters SET text = $1 WHERE id = $2 AND user_id = $3', [text, req.params.id, req.user!.id]); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.get('/mongodb', async (req: Known, res) => {
  res.json(await client.db().collection('songs').find({ userId: req.user!.id }).limit(20).toArray());
});
app.delete('/mongodb/:id', async (req: Known, res) => {
  await client.db().collection('songs').deleteOne({ _id: new ObjectId(req.params.id) }); // expect: missing-ownership-check
  res.sendStatus(204);
});
app.put('/mongodb/:id', async (req: Known, res) => {
  const { name } = req.body;
  await client.db().collection('songs').updateOne({ _id: new ObjectId(req.params.id), userId: req.user!.id }, { $set: { name } }); // ok: missing-ownership-check
  res.sendStatus(204);
});
