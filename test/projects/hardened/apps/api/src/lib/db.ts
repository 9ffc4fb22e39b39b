import { PrismaClient } from '@prisma/client';
import pg from 'pg';
import { env } from '../env.js';
import { logger } from './logger.js';

export const prisma = new PrismaClient();

export const pool = new pg.Pool({
  connectionString: env.DATABASE_URL,
  max: 10,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  statement_timeout: 10_000,
});

pool.on('error', (err) => logger.error({ err }, 'idle database connection failed'));
