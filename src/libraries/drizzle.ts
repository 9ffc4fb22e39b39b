import { defineLibrary, type CallRole } from '../model/library';

const drivers = [
  'node-postgres',
  'postgres-js',
  'neon-http',
  'neon-serverless',
  'better-sqlite3',
  'mysql2',
  'libsql',
  'd1',
  'vercel-postgres',
  'pglite',
  'planetscale-serverless',
  'bun-sqlite',
  'xata-http',
  'aws-data-api/pg',
];
const write: CallRole = { data: { operation: 'write', target: 0 }, record: 'chained' };
const fitting: CallRole = {
  ...write,
  data: {
    ...write.data!,
    fits: { by: 'chain', neutral: ['update', 'delete', 'set', 'returning', 'execute', 'run', 'all', 'get', 'values'] },
  },
};
const read: CallRole = { data: { operation: 'read', many: true, target: 0, bound: { chained: ['limit'] }, where: { by: 'chain' } } };
const where = { by: { arg: 0, option: 'where' } } as const;
const relational: CallRole = { data: { operation: 'read', many: true, target: 'receiver', bound: { option: 'limit' }, where } };

/** Drizzle ORM 0.2x to 0.45, all drivers. */
export default defineLibrary({
  id: 'drizzle',
  title: 'Drizzle',
  packages: ['drizzle-orm'],
  // https://orm.drizzle.team/docs/drizzle-kit-push
  commands: [
    {
      pattern: /^drizzle-kit push\b/,
      purpose: 'push-schema',
      destroys: /--force\b/,
      instead: { part: /\bpush(?::\w+)?(?:\s+--force\b)?/, text: 'migrate', where: /(?:^|\/)meta\/_journal\.json$/ },
    },
    { pattern: /^drizzle-kit migrate\b/, purpose: 'migrate' },
  ],
  aliases: {
    ...Object.fromEntries(drivers.map((driver) => [`drizzle-orm/${driver}#drizzle()`, 'drizzle#db'])),
    // What people call it in the context of procedures, as create-t3-app does.
    'trpc#ctx.db': 'drizzle#db',
    'nextSafeAction#ctx.db': 'drizzle#db',
    'zsa#ctx.db': 'drizzle#db',
    'drizzle#db.select()': 'drizzle#select',
    'drizzle#db.selectDistinct()': 'drizzle#select',
    'drizzle#db.query.*': 'drizzle#table',
  },
  types: {
    'drizzle-orm/node-postgres#NodePgDatabase': 'drizzle#db',
    'drizzle-orm/postgres-js#PostgresJsDatabase': 'drizzle#db',
    'drizzle-orm/better-sqlite3#BetterSQLite3Database': 'drizzle#db',
  },
  calls: {
    // Read in 0.45.
    'drizzle-orm/node-postgres#drizzle': { listens: false },
    'drizzle-orm/neon-serverless#drizzle': { listens: false },
    ...Object.fromEntries(
      [
        'pg-core#real',
        'pg-core#doublePrecision',
        'mysql-core#real',
        'mysql-core#double',
        'mysql-core#float',
        'singlestore-core#real',
        'singlestore-core#double',
        'singlestore-core#float',
        'sqlite-core#real',
      ].map((path): [string, CallRole] => [`drizzle-orm/${path}`, { floats: true }]),
    ),
    ...Object.fromEntries(
      ['pg-core#pgTable', 'mysql-core#mysqlTable', 'sqlite-core#sqliteTable', 'singlestore-core#singlestoreTable'].map(
        (path): [string, CallRole] => [`drizzle-orm/${path}`, { models: { columns: 1, name: 0 } }],
      ),
    ),
    'drizzle#db.insert': write,
    'drizzle#db.update': fitting,
    'drizzle#db.delete': fitting,
    'drizzle#select.from': read,
    'drizzle#table.findMany': relational,
    'drizzle#table.findFirst': { data: { operation: 'read', target: 'receiver', where } },
    'drizzle#db.execute': { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0 }] },
    'drizzle#db.transaction': { transaction: true, callbacks: [{ args: [0], params: ['drizzle#db'] }] },
    'drizzle-orm#sql.raw': { sinks: [{ category: 'sql', arg: 0 }] },
  },
});
