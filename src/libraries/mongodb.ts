import { defineLibrary, type CallRole } from '../model/library';

const write: CallRole = { data: { operation: 'write', target: 'chain' }, record: 0 };
const filtered = (operation: 'read' | 'write', extra: Partial<NonNullable<CallRole['data']>> = {}): CallRole => ({
  data: { operation, target: 'chain', where: { by: 0 }, ...extra },
  ...(operation === 'write' ? { record: 1 } : {}),
  sinks: [
    { category: 'nosql', arg: 0 },
    { category: 'code', arg: 'option:$where' },
  ],
});
const fitting = filtered('write', { fits: { by: 0, neutral: [] } });

const names = [
  'find',
  'findOne',
  'count',
  'countDocuments',
  'distinct',
  'update',
  'updateOne',
  'updateMany',
  'remove',
  'deleteOne',
  'deleteMany',
  'findAndModify',
  'findAndRemove',
  'aggregate',
];

/** The MongoDB driver 4 and later: conditions may hold operators. */
export default defineLibrary({
  id: 'mongodb',
  title: 'MongoDB',
  packages: ['mongodb'],
  keepsDocuments: ['mongodb', 'mongojs', 'mongoskin', 'monk'],
  aliases: {
    'mongodb#MongoClient()': 'mongodb#client',
    'mongodb#MongoClient.connect()': 'mongodb#client',
    'mongodb#client.connect()': 'mongodb#client',
    'mongodb#client.db()': 'mongodb#db',
    // Drivers before 3 gave the database itself.
    'mongodb#client.collection()': 'mongodb#collection',
    'mongodb#db.collection()': 'mongodb#collection',
    'mongoose#connection.db': 'mongodb#db',
    'mongoose#connection.collection()': 'mongodb#collection',
    'mongoose#connection.getClient()': 'mongodb#client',
  },
  types: {
    'mongodb#MongoClient': 'mongodb#client',
    'mongodb#Db': 'mongodb#db',
    'mongodb#Collection': 'mongodb#collection',
  },
  calls: {
    'mongodb#collection.find': filtered('read', { many: true, bound: { option: 'limit', arg: 1, chained: ['limit'] } }),
    'mongodb#collection.findOne': filtered('read'),
    'mongodb#collection.countDocuments': filtered('read'),
    'mongodb#collection.distinct': { data: { operation: 'read', target: 'chain' }, sinks: [{ category: 'nosql', arg: 1 }] },
    'mongodb#collection.count': filtered('read'),
    'mongodb#MongoClient': { connects: 'pool' },
    'mongodb#MongoClient.connect': { connects: 'pool', callbacks: [{ args: 'last', params: ['caught#', 'mongodb#client'] }] },
    'mongodb#client.connect': { callbacks: [{ args: 'last', params: ['caught#', 'mongodb#client'] }] },
    'mongodb#collection.aggregate': filtered('read'),
    'mongodb#collection.insertOne': write,
    'mongodb#collection.insertMany': write,
    'mongodb#collection.bulkWrite': write,
    'mongodb#collection.updateOne': filtered('write'),
    'mongodb#collection.updateMany': fitting,
    'mongodb#collection.replaceOne': filtered('write'),
    'mongodb#collection.deleteOne': filtered('write'),
    'mongodb#collection.deleteMany': fitting,
    'mongodb#collection.findOneAndUpdate': filtered('write'),
    'mongodb#collection.findOneAndReplace': filtered('write'),
    'mongodb#collection.findOneAndDelete': filtered('write'),
    // Gone since 5.
    ...Object.fromEntries(
      ['update', 'remove', 'findAndModify', 'findAndRemove'].map((name) => [`mongodb#collection.${name}`, filtered('write')]),
    ),
    // Databases in files and in memory that understand the same conditions.
    ...Object.fromEntries(
      [
        'marsdb#Collection()',
        'minimongo#MemoryDb().collection',
        'nedb#()',
        '@seald-io/nedb#()',
        'mongojs#().collection()',
        'monk#().get()',
      ].flatMap((path) => names.map((name) => [`${path}.${name}`, { sinks: filtered('read').sinks! }])),
    ),
    'mongodb#collection.drop': { data: { operation: 'ddl', target: 'chain' } },
    'mongodb#client.withSession': { callbacks: [{ args: 'last', params: ['mongodb#session'] }] },
    'mongodb#session.withTransaction': { transaction: true },
  },
});
