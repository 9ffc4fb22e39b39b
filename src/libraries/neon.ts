import { defineLibrary, type CallRole } from '../model/library';

const query: CallRole = { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0, safeWhen: 'values-argument' }] };

/** Neon's serverless driver and Vercel Postgres, which is made with it: tags are safe, `query` takes a text and values. */
export default defineLibrary({
  id: 'neon',
  title: 'Neon and Vercel Postgres',
  packages: ['@neondatabase/serverless', '@vercel/postgres'],
  aliases: {
    '@neondatabase/serverless#neon()': 'neon#sql',
    '@neondatabase/serverless#Pool()': 'neon#sql',
    '@neondatabase/serverless#Client()': 'neon#sql',
    'neon#sql.connect()': 'neon#sql',
    '@vercel/postgres#sql': 'neon#sql',
    '@vercel/postgres#db': 'neon#sql',
    '@vercel/postgres#createPool()': 'neon#sql',
    '@vercel/postgres#createClient()': 'neon#sql',
  },
  types: { '@neondatabase/serverless#NeonQueryFunction': 'neon#sql', '@neondatabase/serverless#Pool': 'neon#sql' },
  calls: {
    // Run with 1.2 against a socket that is cut while nothing is asked: the process ends, as with `pg`, which it is made of.
    '@neondatabase/serverless#Pool': { emits: { fails: 'its connection to the database is cut while nothing is asked of it' } },
    '@neondatabase/serverless#Client': { emits: { fails: 'its connection to the database is cut while nothing is asked of it' } },
    'neon#sql': query,
    'neon#sql.query': query,
    'neon#sql.unsafe': query,
  },
});
