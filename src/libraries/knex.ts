import { defineLibrary, type CallRole } from '../model/library';

const raw: CallRole = { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0, safeWhen: 'values-argument' }] };
const piece: CallRole = { sinks: [{ category: 'sql', arg: 0, safeWhen: 'values-argument' }] };
const write: CallRole = { data: { operation: 'write', target: 'chain' }, record: 0 };
const fitting: CallRole = {
  ...write,
  data: {
    ...write.data!,
    fits: {
      by: 'chain',
      neutral: [
        '',
        'update',
        'del',
        'delete',
        'increment',
        'decrement',
        'returning',
        'transacting',
        'timeout',
        'into',
        'from',
        'table',
        'withSchema',
      ],
    },
  },
};
const read: CallRole = {
  data: { operation: 'read', many: true, target: 'chain', bound: { chained: ['limit', 'first'] }, where: { by: 'chain' } },
};
const verbs = ['insert', 'upsert', 'truncate', 'update', 'del', 'delete', 'increment', 'decrement', 'select', 'pluck', 'first'];
const figures = ['count', 'countDistinct', 'min', 'max', 'sum', 'avg', 'columnInfo'];
/** Without a verb it reads: `knex('orders').where({ open: true })`. */
const plain: CallRole = { data: { ...read.data!, target: 0, unless: [...verbs, ...figures] } };
const one: CallRole = { data: { operation: 'read', target: 'chain', where: { by: 'chain' } } };
const pieces = ['whereRaw', 'orWhereRaw', 'andWhereRaw', 'havingRaw', 'orderByRaw', 'groupByRaw', 'joinRaw', 'fromRaw'];

/** Knex 1 to 3: everything ending in `Raw` takes text as it is, with `?` and the values apart. */
export default defineLibrary({
  id: 'knex',
  title: 'Knex',
  packages: ['knex'],
  aliases: {
    'knex#()': 'knex#db',
    'knex#knex()': 'knex#db',
    'knex#db()': 'knex#builder',
    'knex#db.*()': 'knex#builder',
    'knex#db.raw()': 'knex#rows',
    'knex#builder.*()': 'knex#builder',
    'knex#builder()': 'knex#builder',
    'knex#db.transaction()': 'knex#db',
    'knex#trx()': 'knex#builder',
  },
  types: {
    'knex#Knex': 'knex#db',
    'knex#Knex.Transaction': 'knex#db',
  },
  names: { knex: 'knex#db' },
  calls: {
    'knex#': { connects: 'pool' },
    'knex#knex': { connects: 'pool' },
    'knex#db': plain,
    'knex#db.from': plain,
    'knex#db.table': plain,
    'knex#db.raw': raw,
    'knex#builder.raw': raw,
    'knex#db.transaction': { transaction: true, callbacks: [{ args: [0], params: ['knex#db'] }] },
    ...Object.fromEntries(['insert', 'upsert', 'truncate'].map((name) => [`knex#builder.${name}`, write])),
    ...Object.fromEntries(['update', 'del', 'delete', 'increment', 'decrement'].map((name) => [`knex#builder.${name}`, fitting])),
    'knex#builder.select': read,
    'knex#builder.pluck': read,
    'knex#builder.first': one,
    'knex#builder.count': one,
    ...Object.fromEntries(
      pieces.flatMap((name) => [
        [`knex#builder.${name}`, piece],
        [`knex#db.${name}`, piece],
      ]),
    ),
  },
});
