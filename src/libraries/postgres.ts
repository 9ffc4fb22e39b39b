import { defineLibrary } from '../model/library';

/** postgres.js 3: the tag takes values by itself; `unsafe` takes text as it is. */
export default defineLibrary({
  id: 'postgres',
  title: 'postgres.js',
  packages: ['postgres'],
  aliases: { 'postgres#()': 'postgres#sql' },
  types: { 'postgres#Sql': 'postgres#sql', 'postgres#postgres.Sql': 'postgres#sql' },
  calls: {
    'postgres#': { connects: 'pool' },
    'postgres#sql': { data: { operation: 'raw' } },
    'postgres#sql.unsafe': { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0, safeWhen: 'values-argument' }] },
    'postgres#sql.begin': { transaction: true, callbacks: [{ args: 'last', params: ['postgres#sql'] }] },
  },
});
