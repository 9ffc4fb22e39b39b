import { defineLibrary, type CallRole } from '../model/library';

const query: CallRole = { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0, safeWhen: 'values-argument' }] };

/** sqlite3 5 and sqlite 5: statements with `?` and the values apart. */
export default defineLibrary({
  id: 'sqlite3',
  title: 'sqlite3',
  packages: ['sqlite3', 'sqlite'],
  aliases: {
    'sqlite3#Database()': 'sqlite3#db',
    'sqlite3#verbose()': 'sqlite3#',
    'sqlite#open()': 'sqlite3#db',
  },
  types: {
    'sqlite3#Database': 'sqlite3#db',
    'sqlite#Database': 'sqlite3#db',
  },
  calls: {
    'sqlite3#db.run': query,
    'sqlite3#db.all': query,
    'sqlite3#db.get': query,
    'sqlite3#db.each': query,
    'sqlite3#db.exec': query,
    'sqlite3#db.prepare': query,
  },
});
