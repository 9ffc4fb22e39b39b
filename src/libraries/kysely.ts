import { defineLibrary, type CallRole } from '../model/library';

const write: CallRole = { data: { operation: 'write', target: 0 }, record: 'chained' };
const fitting: CallRole = {
  ...write,
  data: {
    ...write.data!,
    fits: {
      by: 'chain',
      neutral: [
        'withSchema',
        'updateTable',
        'deleteFrom',
        'set',
        'returning',
        'returningAll',
        'execute',
        'executeTakeFirst',
        'executeTakeFirstOrThrow',
      ],
    },
  },
};

/** Kysely: the builder takes values apart; `sql.raw` does not, see `sql-tools`. */
export default defineLibrary({
  id: 'kysely',
  title: 'Kysely',
  packages: ['kysely'],
  aliases: {
    'kysely#Kysely()': 'kysely#db',
    'kysely#db.withSchema()': 'kysely#db',
    'kysely#db.transaction()': 'kysely#transaction',
    'kysely#transaction.setIsolationLevel()': 'kysely#transaction',
  },
  types: {
    'kysely#Kysely': 'kysely#db',
    'kysely#Transaction': 'kysely#db',
    'kysely#ControlledTransaction': 'kysely#db',
  },
  calls: {
    // Read in 0.28.
    'kysely#Kysely': { listens: false },
    'kysely#PostgresDialect': { listens: false },
    'kysely#db.selectFrom': {
      data: {
        operation: 'read',
        many: true,
        target: 0,
        bound: { chained: ['limit', 'top', 'fetch', 'executeTakeFirst', 'executeTakeFirstOrThrow'] },
        where: { by: 'chain' },
      },
    },
    'kysely#db.insertInto': write,
    'kysely#db.replaceInto': write,
    'kysely#db.updateTable': fitting,
    'kysely#db.deleteFrom': fitting,
    'kysely#db.mergeInto': write,
    'kysely#transaction.execute': { transaction: true, callbacks: [{ args: [0], params: ['kysely#db'] }] },
  },
});
