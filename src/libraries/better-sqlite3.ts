import { defineLibrary, type CallRole } from '../model/library';

const query: CallRole = { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0 }] };

/** SQLite with prepared statements: better-sqlite3, `node:sqlite`, `bun:sqlite`, libSQL. Values are given to the statement. */
export default defineLibrary({
  id: 'better-sqlite3',
  title: 'better-sqlite3',
  packages: ['better-sqlite3', 'libsql', '@libsql/client'],
  aliases: {
    'better-sqlite3#()': 'better-sqlite3#db',
    'libsql#()': 'better-sqlite3#db',
    'node:sqlite#DatabaseSync()': 'better-sqlite3#db',
    'bun:sqlite#Database()': 'better-sqlite3#db',
    '@libsql/client#createClient()': 'better-sqlite3#client',
  },
  types: {
    'better-sqlite3#Database': 'better-sqlite3#db',
    'better-sqlite3#Database.Database': 'better-sqlite3#db',
    'node:sqlite#DatabaseSync': 'better-sqlite3#db',
    'bun:sqlite#Database': 'better-sqlite3#db',
    '@libsql/client#Client': 'better-sqlite3#client',
  },
  calls: {
    'better-sqlite3#db.prepare': query,
    'better-sqlite3#db.exec': query,
    'better-sqlite3#db.query': query,
    'better-sqlite3#client.execute': query,
    'better-sqlite3#client.batch': { data: { operation: 'raw' } },
  },
});
