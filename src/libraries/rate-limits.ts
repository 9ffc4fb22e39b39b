import { defineLibrary, type CallRole } from '../model/library';

const limits: CallRole = { guard: { kind: 'rate-limit' } };
const tells: CallRole = { verify: { kind: 'rate-limit', level: 'NONE', fails: 'result' } };
const throws: CallRole = { verify: { kind: 'rate-limit', level: 'NONE', fails: 'throws' } };
const flexible = ['Memory', 'Redis', 'Mongo', 'MySQL', 'Postgres', 'Prisma', 'Drizzle', 'Cluster', 'Union', 'Valkey', 'SQLite'];
const arcjet = ['next', 'node', 'bun', 'deno', 'nest', 'remix', 'sveltekit', 'astro', 'fastify'];

/** What limits how often somebody may call, as middleware or as a call in a handler. */
export default defineLibrary({
  id: 'rate-limits',
  title: 'Rate limiters',
  packages: [
    '@upstash/ratelimit',
    'rate-limiter-flexible',
    '@fastify/rate-limit',
    'hono-rate-limiter',
    '@unkey/ratelimit',
    'limiter',
    'bottleneck',
  ],
  aliases: {
    '@upstash/ratelimit#Ratelimit()': 'upstash#ratelimit',
    '@upstash/ratelimit#MultiRegionRatelimit()': 'upstash#ratelimit',
    '@unkey/ratelimit#Ratelimit()': 'upstash#ratelimit',
    ...Object.fromEntries(flexible.map((name) => [`rate-limiter-flexible#RateLimiter${name}()`, 'rateLimiterFlexible#limiter'])),
    ...Object.fromEntries(arcjet.flatMap((name) => [[`@arcjet/${name}#()`, 'arcjet#client']])),
    'arcjet#client.withRule()': 'arcjet#client',
    'arcjet#client.protect()': 'arcjet#decision',
  },
  calls: {
    'upstash#ratelimit.limit': tells,
    'upstash#ratelimit.blockUntilReady': tells,
    '?.ratelimit.limit': tells,
    'rateLimiterFlexible#limiter.consume': throws,
    'arcjet#client.protect': tells,
    '@fastify/rate-limit#': { guard: { kind: 'rate-limit', offBy: 'global' } },
    'hono-rate-limiter#rateLimiter': limits,
    'express-rate-limit#': limits,
    'express-rate-limit#rateLimit': limits,
    'express-slow-down#': limits,
    'express-slow-down#slowDown': limits,
    'express-brute#': limits,
    '@nestjs/throttler#ThrottlerGuard': limits,
    '@vercel/firewall#checkRateLimit': tells,
  },
});
