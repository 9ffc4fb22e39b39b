import { defineLibrary, type CallRole } from '../model/library';

const commands = [
  'append',
  'decr',
  'del',
  'exists',
  'expire',
  'get',
  'getset',
  'hdel',
  'hget',
  'hgetall',
  'hmget',
  'hmset',
  'hset',
  'incr',
  'lpush',
  'lrange',
  'mget',
  'mset',
  'publish',
  'rename',
  'rpush',
  'sadd',
  'set',
  'setex',
  'setnx',
  'smembers',
  'srem',
  'zadd',
  'zrange',
  'zrem',
];

/** A list among the arguments becomes several of them. Read in ioredis 5.4 and redis 3.1; redis 4 refuses whatever is no text. */
function takesLists(path: string, until?: { package: string; major: number }): Record<string, CallRole> {
  return Object.fromEntries(
    commands.map((name) => [`${path}.${name}`, { sinks: [{ category: 'nosql', arg: 'all', lists: true, ...(until ? { until } : {}) }] }]),
  );
}

/** node-redis 4 and 5, and ioredis 5: a client is one connection that everybody shares; commands queue on it. */
export default defineLibrary({
  id: 'redis',
  title: 'Redis clients',
  packages: ['redis', 'ioredis'],
  aliases: {
    'redis#createClient()': 'redis#client',
    'redis#createCluster()': 'redis#client',
    'ioredis#()': 'redis#client',
    'ioredis#Redis()': 'redis#client',
    'ioredis#Cluster()': 'redis#client',
    'ioredis#Redis.Cluster()': 'redis#client',
    'redis#client.duplicate()': 'redis#client',
    'redis#client.multi()': 'redis#multi',
    'redis#client.pipeline()': 'redis#multi',
    'redis#multi.*()': 'redis#multi',
  },
  types: { 'ioredis#Redis': 'redis#client', 'redis#RedisClientType': 'redis#client' },
  calls: {
    ...takesLists('redis#client', { package: 'redis', major: 4 }),
    ...takesLists('redis#multi', { package: 'redis', major: 4 }),
    'redis#client.duplicate': { callbacks: [{ args: 'last', params: ['caught#', 'redis#client'] }] },
    // Run with 4.7 and 5.12: a lost connection ends the process. ioredis 5.11 writes to the console instead.
    'redis#createClient': { connects: 'connection', emits: { fails: 'the connection to Redis is lost' } },
    'redis#createCluster': { connects: 'pool', emits: { fails: 'a connection to Redis is lost' } },
    'ioredis#': { connects: 'connection' },
    'ioredis#Redis': { connects: 'connection' },
    'ioredis#Cluster': { connects: 'pool' },
    'ioredis#Redis.Cluster': { connects: 'pool' },
  },
});
