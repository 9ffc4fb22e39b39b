import { defineLibrary, type CallRole } from '../model/library';

const query: CallRole = { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0, safeWhen: 'values-argument' }] };

/** Nothing limits how long a client waits for its connection or for its answer. */
const made = (connects: 'pool' | 'connection'): CallRole => ({
  connects,
  // Run with 8.23: a connection that is cut while nothing is asked ends the process, of a pool and of a client alike.
  emits: { fails: 'its connection to the database is cut while nothing is asked of it' },
  outbound: {
    timeout: { arg: 0, options: ['connectionTimeoutMillis', 'statement_timeout', 'query_timeout'] },
    defaultMs: 0,
    throwsOnStatus: true,
    kind: 'database',
  },
});

/** node-postgres 8: pools and clients take a text with `$1` and the values apart. */
export default defineLibrary({
  id: 'pg',
  title: 'node-postgres',
  packages: ['pg'],
  aliases: {
    'pg#Pool()': 'pg#client',
    'pg#Client()': 'pg#client',
    'pg#native.Pool()': 'pg#client',
    'pg#client.connect()': 'pg#client',
  },
  types: {
    'pg#Pool': 'pg#client',
    'pg#Client': 'pg#client',
    'pg#PoolClient': 'pg#client',
    'pg#ClientBase': 'pg#client',
  },
  calls: {
    'pg#Pool': made('pool'),
    'pg#Client': made('connection'),
    'pg#client.query': query,
    'pg#escapeIdentifier': { sanitises: ['sql'] },
    'pg#escapeLiteral': { sanitises: ['sql'] },
    'pg#client.escapeIdentifier': { sanitises: ['sql'] },
    'pg#client.escapeLiteral': { sanitises: ['sql'] },
    'pg-format#': { sanitises: ['sql'] },
  },
});
