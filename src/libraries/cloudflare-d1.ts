import { defineLibrary, type CallRole } from '../model/library';

const query: CallRole = { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0 }] };

/** D1, the database of Cloudflare Workers and Pages: a binding of the environment. Values are bound to the statement. */
export default defineLibrary({
  id: 'cloudflare-d1',
  title: 'Cloudflare D1',
  packages: [],
  types: {
    D1Database: 'd1#db',
    '@cloudflare/workers-types#D1Database': 'd1#db',
  },
  calls: {
    'd1#db.prepare': query,
    'd1#db.exec': query,
  },
});
