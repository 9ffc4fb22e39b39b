import { defineLibrary, type CallRole } from '../model/library';

const query: CallRole = { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0, safeWhen: 'values-argument' }] };

const write: CallRole = { data: { operation: 'write', target: 'receiver' }, record: 0 };
/** Without `where` they throw: all rows are meant only where it is empty. */
const fitting = (arg: number): CallRole => ({
  ...write,
  data: { ...write.data!, fits: { by: { arg, option: 'where' }, neutral: [], explicit: true } },
});
const where = { by: { arg: 0, option: 'where' } } as const;
const one: CallRole = { data: { operation: 'read', target: 'receiver', where } };
const byKey: CallRole = { data: { ...one.data!, where: { by: 0, id: true } } };
const many: CallRole = { data: { operation: 'read', many: true, target: 'receiver', bound: { option: 'limit' }, where } };

/** Sequelize 6 and 7: models are made with `define` or extend `Model`; `query` and `literal` take text as it is. */
export default defineLibrary({
  id: 'sequelize',
  title: 'Sequelize',
  packages: ['sequelize', '@sequelize/core', 'sequelize-typescript'],
  aliases: {
    'sequelize#Sequelize()': 'sequelize#db',
    'sequelize#()': 'sequelize#db',
    '@sequelize/core#Sequelize()': 'sequelize#db',
    'sequelize-typescript#Sequelize()': 'sequelize#db',
    'sequelize#db.define()': 'sequelize#model',
    'sequelize#Model()': 'sequelize#model',
    'sequelize#default.Model()': 'sequelize#model',
    '@sequelize/core#Model()': 'sequelize#model',
    'sequelize-typescript#Model()': 'sequelize#model',
    'sequelize#model.create()': 'sequelize#model',
    'sequelize#model.build()': 'sequelize#model',
    'sequelize#model.findByPk()': 'sequelize#model',
    'sequelize#model.findOne()': 'sequelize#model',
    'sequelize#model.scope()': 'sequelize#model',
    'sequelize#model.unscoped()': 'sequelize#model',
  },
  records: { 'sequelize#model': 'sequelize#model' },
  types: { 'sequelize#Sequelize': 'sequelize#db', 'sequelize#ModelStatic': 'sequelize#model' },
  names: { sequelize: 'sequelize#db' },
  decorators: { 'sequelize-typescript#Table': { table: true } },
  calls: {
    ...Object.fromEntries(
      ['sequelize#', 'sequelize#Sequelize', '@sequelize/core#Sequelize', 'sequelize-typescript#Sequelize'].map(
        (path): [string, CallRole] => [path, { connects: 'pool' }],
      ),
    ),
    'sequelize#db.define': { models: { columns: 1, name: 0 } },
    'sequelize#model.init': { models: { columns: 0, name: 'receiver' } },
    'sequelize#db.query': query,
    // https://sequelize.org/docs/v6/core-concepts/model-basics/#synchronization-in-production
    'sequelize#db.sync': { pushesSchema: ['force', 'alter'] },
    'sequelize#model.sync': { pushesSchema: ['force', 'alter'] },
    'sequelize#model.findAll': many,
    'sequelize#model.findAndCountAll': many,
    ...Object.fromEntries(['findOne', 'count'].map((name) => [`sequelize#model.${name}`, one])),
    ...Object.fromEntries(
      ['sum', 'max', 'min'].map((name) => [
        `sequelize#model.${name}`,
        { data: { operation: 'read', target: 'receiver' } } satisfies CallRole,
      ]),
    ),
    'sequelize#model.findByPk': byKey,
    ...Object.fromEntries(
      ['create', 'bulkCreate', 'findOrCreate', 'findCreateFind', 'upsert', 'restore', 'increment', 'decrement', 'truncate'].map((name) => [
        `sequelize#model.${name}`,
        write,
      ]),
    ),
    'sequelize#model.update': fitting(1),
    'sequelize#model.destroy': fitting(0),
    'sequelize#model.save': { ...write, record: 'receiver' },
    'sequelize#model.set': { fills: 'receiver' },
    'sequelize#model.build': { passes: 0 },
    'sequelize#db.transaction': { transaction: true, callbacks: [{ args: 'last', params: ['sequelize#transaction'] }] },
    'sequelize#db.escape': { sanitises: ['sql'] },
    'sequelize#literal': { sinks: [{ category: 'sql', arg: 0 }] },
    'sequelize#Sequelize.literal': { sinks: [{ category: 'sql', arg: 0 }] },
    'sequelize#db.literal': { sinks: [{ category: 'sql', arg: 0 }] },
  },
});
