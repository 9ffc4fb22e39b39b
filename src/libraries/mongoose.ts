import { defineLibrary, type CallRole } from '../model/library';

const filtered = (operation: 'read' | 'write', many = false): CallRole => ({
  data: { operation, many, target: 'receiver', where: { by: 0 } },
  ...(operation === 'write' ? { record: 1 } : {}),
  sinks: [
    { category: 'nosql', arg: 0 },
    { category: 'code', arg: 'option:$where' },
  ],
});
// https://mongoosejs.com/docs/api/model.html: without a condition all documents are meant. One whose value is undefined is met by those without a value.
const fitting: CallRole = {
  ...filtered('write'),
  data: { operation: 'write', target: 'receiver', fits: { by: 0, neutral: ['exec', 'lean', 'session', 'orFail'] } },
};
const write: CallRole = { data: { operation: 'write', target: 'receiver' }, record: 0 };
// `findById(id)` is `findOne({ _id: id })`: of `findById({ _id: input })` it makes `{ _id: { _id: input } }`, which fits nothing but an id.
const byId = (operation: 'read' | 'write'): CallRole => ({
  data: { operation, target: 'receiver', where: { by: 0, id: true } },
  ...(operation === 'write' ? { record: 1 } : {}),
  sinks: [{ category: 'nosql', arg: 0, isId: true }],
});

/** Mongoose 6 to 9: models are what `model()` gives; conditions may hold operators. */
export default defineLibrary({
  id: 'mongoose',
  title: 'Mongoose',
  packages: ['mongoose'],
  keepsDocuments: ['mongoose'],
  aliases: {
    'mongoose#model()': 'mongoose#Model',
    'mongoose#models.*': 'mongoose#Model',
    'mongoose#mongoose.model()': 'mongoose#Model',
    'mongoose#connection.model()': 'mongoose#Model',
    'mongoose#Model()': 'mongoose#document',
    'mongoose#Model.findById()': 'mongoose#document',
    'mongoose#Model.findOne()': 'mongoose#document',
  },
  records: { 'mongoose#document': 'mongoose#Model' },
  // What makes handlers for any model is given one: `exports.deleteOne = (Model) => async (req, res) => …`.
  commonNames: { Model: 'mongoose#Model' },
  types: { 'mongoose#Model': 'mongoose#Model', 'mongoose#Query': 'mongoose#Model' },
  calls: {
    ...Object.fromEntries(
      ['model', 'mongoose.model', 'connection.model'].map((name) => [
        `mongoose#${name}`,
        { models: { columns: 1, name: 0, limit: 'enum' } },
      ]),
    ),
    // `connect` gives the connection that is there when it is called again; this makes another one each time.
    'mongoose#createConnection': { connects: 'pool' },
    'mongoose#Model.find': {
      ...filtered('read', true),
      data: { operation: 'read', many: true, target: 'receiver', bound: { option: 'limit', arg: 2, chained: ['limit'] }, where: { by: 0 } },
    },
    'mongoose#Model.findOne': filtered('read'),
    'mongoose#Model.exists': filtered('read'),
    'mongoose#Model.countDocuments': filtered('read'),
    'mongoose#Model.aggregate': { data: { operation: 'read', target: 'receiver' }, sinks: [{ category: 'nosql', arg: 0 }] },
    'mongoose#Model.count': filtered('read'),
    'mongoose#Model.distinct': { data: { operation: 'read', target: 'receiver' }, sinks: [{ category: 'nosql', arg: 1 }] },
    'mongoose#Model.where': { sinks: [{ category: 'nosql', arg: 0 }] },
    'mongoose#Model.$where': { sinks: [{ category: 'code', arg: 0 }] },
    'mongoose#Model.update': filtered('write'),
    'mongoose#Model.remove': fitting,
    'mongoose#Model.findByIdAndRemove': byId('write'),
    'mongoose#Model.findOneAndRemove': filtered('write'),
    'mongoose#Model.findById': byId('read'),
    'mongoose#Model.findByIdAndUpdate': byId('write'),
    'mongoose#Model.findByIdAndDelete': byId('write'),
    'mongoose#Model.create': write,
    'mongoose#Model.insertMany': write,
    'mongoose#Model.bulkWrite': write,
    'mongoose#Model': write,
    'mongoose#Model.updateOne': filtered('write'),
    'mongoose#Model.updateMany': fitting,
    'mongoose#Model.replaceOne': filtered('write'),
    'mongoose#Model.findOneAndUpdate': filtered('write'),
    'mongoose#Model.findOneAndReplace': filtered('write'),
    'mongoose#Model.findOneAndDelete': filtered('write'),
    'mongoose#Model.deleteOne': filtered('write'),
    'mongoose#Model.deleteMany': fitting,
    'mongoose#document.save': { ...write, record: 'receiver' },
    'mongoose#document.updateOne': write,
    'mongoose#document.deleteOne': write,
    // Until Mongoose 7.
    'mongoose#document.remove': write,
    'mongoose#document.set': { fills: 'receiver' },
    'mongoose#document.$set': { fills: 'receiver' },
    'mongoose#document.overwrite': { fills: 'receiver' },
  },
});
