import { defineLibrary } from '../model/library';

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
  },
  types: { 'ioredis#Redis': 'redis#client', 'redis#RedisClientType': 'redis#client' },
  calls: {
    'redis#createClient': { connects: 'connection' },
    'redis#createCluster': { connects: 'pool' },
    'ioredis#': { connects: 'connection' },
    'ioredis#Redis': { connects: 'connection' },
    'ioredis#Cluster': { connects: 'pool' },
    'ioredis#Redis.Cluster': { connects: 'pool' },
  },
});
