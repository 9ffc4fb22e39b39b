// file: src/routes/orders.ts
// packages: express@5.1.0, @prisma/client@6.0.0, pg@8.13.0, mysql2@3.11.0, mongodb@6.10.0, ioredis@5.4.0, redis@4.7.0, knex@3.1.0, postgres@3.4.0, bullmq@5.30.0, drizzle-orm@0.38.0, @neondatabase/serverless@0.10.0, @supabase/supabase-js@2.47.0
import { PrismaClient } from '@prisma/client';
import { neon } from '@neondatabase/serverless';
import { createClient as createSupabase } from '@supabase/supabase-js';
import { Queue } from 'bullmq';
import { drizzle } from 'drizzle-orm/node-postgres';
import express from 'express';
import Redis from 'ioredis';
import knex from 'knex';
import { MongoClient } from 'mongodb';
import mysql from 'mysql2/promise';
import { Client, Pool } from 'pg';
import postgres from 'postgres';
import { createClient } from 'redis';

const pool = new Pool(); // ok: connection-per-request
export const prisma = new PrismaClient(); // ok: connection-per-request
export const router = express.Router();

router.get('/orders', async (req, res) => {
  const own = new PrismaClient(); // expect: connection-per-request(warning high)
  //          ^^^^^^^^^^^^^^^^^^ opens a pool of connections for each request, and nothing closes it
  const url = process.env.DATABASE_URL;
  const other = new Pool({ connectionString: url }); // expect: connection-per-request
  const db = drizzle({ client: new Pool() }); // expect: connection-per-request
  const cache = new Redis(); // expect: connection-per-request
  const redis = createClient({ url: process.env.REDIS_URL }); // expect: connection-per-request
  const sql = postgres(process.env.DATABASE_URL!); // expect: connection-per-request
  const builder = knex({ client: 'pg' }); // expect: connection-per-request
  const queue = new Queue('mails'); // expect: connection-per-request
  res.json([own, other, db, cache, redis, sql, builder, queue, await pool.query('select 1')]);
});

router.get('/closed', async (req, res) => {
  const client = new Client(); // expect: connection-per-request
  //             ^^^^^^^^^^^^ closes it again
  await client.connect();
  try {
    res.json(await client.query('select 1'));
  } finally {
    await client.end();
  }
});

router.get('/mysql', async (req, res) => {
  const connection = await mysql.createConnection({ host: process.env.DB_HOST }); // expect: connection-per-request
  res.json(await connection.query('select 1'));
});

async function connectMongo() {
  const client = new MongoClient(process.env.MONGO_URL!); // expect: connection-per-request(warning medium)
  await client.connect();
  return client;
}

router.get('/mongo', async (req, res) => {
  const client = await connectMongo();
  res.json(await client.db('shop').collection('orders').findOne({}));
});

let kept: MongoClient | undefined;
async function keptMongo() {
  if (!kept) kept = new MongoClient(process.env.MONGO_URL!); // ok: connection-per-request
  return kept;
}
let later: Pool | undefined;
function keptPool() {
  if (later) return later;
  const made = new Pool(); // ok: connection-per-request
  later = made;
  return made;
}
const pools = new Map<string, Pool>();

router.get('/kept', async (req, res) => {
  await keptMongo();
  keptPool();
  const globalForPrisma = globalThis as unknown as { prisma?: PrismaClient };
  globalForPrisma.prisma ??= new PrismaClient(); // ok: connection-per-request
  req.app.locals.pool = req.app.locals.pool ?? new Pool(); // ok: connection-per-request
  if (!pools.has('a')) pools.set('a', new Pool()); // ok: connection-per-request
  res.json({});
});

router.post('/test-connection', async (req, res) => {
  const { host, password } = req.body;
  const client = new Client({ host, password }); // ok: connection-per-request
  await client.connect();
  res.json({ ok: true });
});

router.get('/http', async (req, res) => {
  const sql = neon(process.env.DATABASE_URL!); // ok: connection-per-request
  const supabase = createSupabase(process.env.SUPABASE_URL!, process.env.SUPABASE_ANON_KEY!); // ok: connection-per-request
  res.json([await sql`select 1`, supabase]);
});

async function main() {
  const startup = new Pool(); // ok: connection-per-request
  await startup.query('select 1');
}
void main();
