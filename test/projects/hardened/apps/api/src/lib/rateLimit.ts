import { rateLimit, type RateLimitRequestHandler } from 'express-rate-limit';
import { RedisStore, type RedisReply } from 'rate-limit-redis';
import { redis } from './redis.js';

function limiter(name: string, windowMs: number, limit: number): RateLimitRequestHandler {
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    store: new RedisStore({
      prefix: `limit:${name}:`,
      sendCommand: (command: string, ...args: string[]) => redis.call(command, ...args) as Promise<RedisReply>,
    }),
    message: { error: 'Too many requests, please try again later' },
  });
}

export const apiLimiter = limiter('api', 60_000, 300);

/** For everything that checks a password or sends mail to an address. */
export const authLimiter = limiter('auth', 15 * 60_000, 10);

/** For everything that moves money. */
export const paymentLimiter = limiter('payment', 60_000, 10);
