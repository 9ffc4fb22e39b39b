// packages: express@5.1.0, mysql2@3.11.0, knex@3.1.0, sequelize@6.37.0, typeorm@0.3.20, better-sqlite3@11.0.0, postgres@3.4.0, @prisma/client@6.0.0, drizzle-orm@0.36.0, @neondatabase/serverless@0.10.0, sqlite3@5.1.7, kysely@0.27.0
import { PrismaClient, Prisma } from '@prisma/client';
import { neon } from '@neondatabase/serverless';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import express from 'express';
import knex from 'knex';
import { sql as raw } from 'kysely';
import mysql from 'mysql2/promise';
import postgres from 'postgres';
import { Sequelize } from 'sequelize';
import sqlite3 from 'sqlite3';
import { DataSource } from 'typeorm';

const router = express.Router();
const prisma = new PrismaClient();
const db = drizzle(process.env.DATABASE_URL!);
const builder = knex({ client: 'pg' });
const connection = mysql.createPool({});
const sequelize = new Sequelize(process.env.DATABASE_URL!);
const source = new DataSource({ type: 'postgres' });
const file = new Database('app.db');
const old = new sqlite3.Database('app.db');
const client = postgres(process.env.DATABASE_URL!);
const serverless = neon(process.env.DATABASE_URL!);

router.get('/bad', async (req, res) => {
  const q = req.query.q as string;
  await prisma.$queryRawUnsafe(`SELECT * FROM users WHERE name = '${q}'`); // expect: sql-injection
  await prisma.$queryRaw(Prisma.raw(`SELECT * FROM users WHERE name = '${q}'`)); // expect: sql-injection
  await db.execute(sql.raw(`SELECT * FROM users WHERE name = '${q}'`)); // expect: sql-injection
  await builder.raw(`SELECT * FROM users WHERE name = '${q}'`); // expect: sql-injection
  await builder('users').whereRaw(`name = '${q}'`); // expect: sql-injection
  await connection.query(`SELECT * FROM users WHERE name = '${q}'`); // expect: sql-injection
  await sequelize.query(`SELECT * FROM users WHERE name = '${q}'`); // expect: sql-injection
  await source.query(`SELECT * FROM users WHERE name = '${q}'`); // expect: sql-injection
  await source.getRepository('User').createQueryBuilder('u').where(`u.name = '${q}'`).getMany(); // expect: sql-injection
  file.prepare(`SELECT * FROM users WHERE name = '${q}'`).all(); // expect: sql-injection
  old.all(`SELECT * FROM users WHERE name = '${q}'`, () => {}); // expect: sql-injection
  await client.unsafe(`SELECT * FROM users WHERE name = '${q}'`); // expect: sql-injection
  await serverless.query(`SELECT * FROM users WHERE name = '${q}'`); // expect: sql-injection
  raw.raw(`SELECT * FROM users WHERE name = '${q}'`); // expect: sql-injection
  res.end();
});

router.get('/good', async (req, res) => {
  const q = req.query.q as string;
  await prisma.$queryRaw`SELECT * FROM users WHERE name = ${q}`; // ok: sql-injection
  await prisma.$queryRaw(Prisma.sql`SELECT * FROM users WHERE name = ${q}`); // ok: sql-injection
  await db.execute(sql`SELECT * FROM users WHERE name = ${q}`); // ok: sql-injection
  await builder.raw('SELECT * FROM users WHERE name = ?', [q]); // ok: sql-injection
  await builder('users').whereRaw('name = ?', [q]); // ok: sql-injection
  await connection.execute('SELECT * FROM users WHERE name = ?', [q]); // ok: sql-injection
  await connection.query(`SELECT * FROM users WHERE name = ${mysql.escape(q)}`); // ok: sql-injection
  await sequelize.query('SELECT * FROM users WHERE name = ?', { replacements: [q] }); // ok: sql-injection
  await source.query('SELECT * FROM users WHERE name = $1', [q]); // ok: sql-injection
  await source.getRepository('User').createQueryBuilder('u').where('u.name = :q', { q }).getMany(); // ok: sql-injection
  file.prepare('SELECT * FROM users WHERE name = ?').all(q); // ok: sql-injection
  await client`SELECT * FROM users WHERE name = ${q}`; // ok: sql-injection
  await serverless`SELECT * FROM users WHERE name = ${q}`; // ok: sql-injection
  res.end();
});
