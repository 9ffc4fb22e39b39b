import { Redis } from 'ioredis';
import { env } from '../env.js';
import { logger } from './logger.js';

export const redis = new Redis(env.REDIS_URL, { maxRetriesPerRequest: null, connectTimeout: 5_000 });

redis.on('error', (err) => logger.error({ err }, 'redis connection failed'));
