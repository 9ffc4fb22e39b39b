import { defineLibrary, type CallRole } from '../model/library';

const query: CallRole = { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0, safeWhen: 'values-argument' }] };
const modules = ['mysql2', 'mysql2/promise', 'mysql'];
const each = <T>(make: (name: string) => Record<string, T>): Record<string, T> =>
  Object.assign({}, ...modules.map(make)) as Record<string, T>;

/** mysql2 3 and mysql 2: pools and connections take a text with `?` and the values apart. */
export default defineLibrary({
  id: 'mysql2',
  title: 'mysql2',
  packages: ['mysql2', 'mysql'],
  aliases: {
    ...each((name) => ({ [`${name}#createPool()`]: 'mysql2#connection', [`${name}#createConnection()`]: 'mysql2#connection' })),
    'mysql2#connection.promise()': 'mysql2#connection',
    'mysql2#connection.getConnection()': 'mysql2#connection',
    ...each((name) => ({ [`${name}#createPoolCluster()`]: 'mysql2#connection' })),
    'mysql2#connection.of()': 'mysql2#connection',
  },
  types: each((name) => ({
    [`${name}#Pool`]: 'mysql2#connection',
    [`${name}#Connection`]: 'mysql2#connection',
    [`${name}#PoolConnection`]: 'mysql2#connection',
  })),
  calls: {
    ...each(
      (name) =>
        ({ [`${name}#createPool`]: { connects: 'pool' }, [`${name}#createConnection`]: { connects: 'connection' } }) satisfies Record<
          string,
          CallRole
        >,
    ),
    'mysql2#connection.getConnection': { callbacks: [{ args: 'last', params: ['caught#', 'mysql2#connection'] }] },
    'mysql2#connection.query': query,
    'mysql2#connection.execute': query,
    'mysql2#connection.escape': { sanitises: ['sql'] },
    'mysql2#connection.escapeId': { sanitises: ['sql'] },
    ...each(
      (name) =>
        ({
          [`${name}#escape`]: { sanitises: ['sql'] },
          [`${name}#escapeId`]: { sanitises: ['sql'] },
          [`${name}#format`]: { sanitises: ['sql'] },
        }) satisfies Record<string, CallRole>,
    ),
  },
});
