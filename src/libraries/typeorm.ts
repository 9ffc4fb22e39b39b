import { defineLibrary, type CallRole } from '../model/library';

const query: CallRole = { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0, safeWhen: 'values-argument' }] };
const piece: CallRole = { sinks: [{ category: 'sql', arg: 0, safeWhen: 'values-argument' }] };
const pieces = ['where', 'andWhere', 'orWhere', 'having', 'andHaving', 'orHaving', 'orderBy', 'addOrderBy', 'groupBy', 'addGroupBy'];
const write: CallRole = { data: { operation: 'write', target: 'receiver' }, record: 0 };
/** An id, a list of them or a condition stands in front. */
const picked: CallRole = { ...write, data: { ...write.data!, where: { by: 0, id: true } } };
/** A class or a name stands in front, where it is given at all. */
const named: CallRole = { data: write.data! };
const change: CallRole = { ...picked, record: 1 };
const read: CallRole = { data: { operation: 'read', target: 'receiver' } };
// https://typeorm.io/docs/data-source/null-and-undefined-handling: a condition that is undefined or null is ignored.
const one: CallRole = { data: { ...read.data!, skipsUndefined: true, where: { by: { arg: 0, option: 'where' } } } };
const oneBy: CallRole = { data: { ...one.data!, where: { by: 0 } } };
const many: CallRole = {
  data: { operation: 'read', many: true, target: 'receiver', bound: { option: 'take' }, where: { by: { arg: 0, option: 'where' } } },
};
const manyBy: CallRole = { data: { ...many.data!, where: { by: 0 } } };

/** TypeORM 0.2 and 0.3: repositories, `query` and the text that query builders take, with `:name` and the values apart. */
export default defineLibrary({
  id: 'typeorm',
  title: 'TypeORM',
  packages: ['typeorm', '@nestjs/typeorm'],
  // https://typeorm.io/docs/data-source/data-source-options: "don't use this in production"
  pushesSchema: {
    option: 'synchronize',
    beside: ['type', 'entities', 'url', 'host', 'autoLoadEntities', 'migrations', 'database'],
    destroys: 'dropSchema',
  },
  commands: [
    { pattern: /^typeorm(?:-ts-node-\w+)? schema:sync\b/, purpose: 'push-schema' },
    { pattern: /^typeorm(?:-ts-node-\w+)? migration:run\b/, purpose: 'migrate' },
  ],
  aliases: {
    'typeorm#DataSource()': 'typeorm#source',
    'typeorm#getConnection()': 'typeorm#source',
    'typeorm#getManager()': 'typeorm#source',
    'typeorm#getRepository()': 'typeorm#repository',
    'typeorm#source.manager': 'typeorm#source',
    'typeorm#source.createQueryRunner()': 'typeorm#source',
    'typeorm#source.getRepository()': 'typeorm#repository',
    'typeorm#source.createQueryBuilder()': 'typeorm#builder',
    'typeorm#repository.createQueryBuilder()': 'typeorm#builder',
    'typeorm#repository.manager': 'typeorm#source',
    'typeorm#builder.*()': 'typeorm#builder',
    'typeorm#BaseEntity()': 'typeorm#repository',
    'typeorm#builder.getMany()': 'typeorm#rows',
    'typeorm#builder.getOne()': 'typeorm#rows',
    'typeorm#builder.getRawMany()': 'typeorm#rows',
  },
  types: {
    'typeorm#DataSource': 'typeorm#source',
    'typeorm#Connection': 'typeorm#source',
    'typeorm#EntityManager': 'typeorm#source',
    'typeorm#QueryRunner': 'typeorm#source',
    'typeorm#Repository': 'typeorm#repository',
    'typeorm#SelectQueryBuilder': 'typeorm#builder',
  },
  decorators: { 'typeorm#Entity': { table: true } },
  calls: {
    'typeorm#DataSource': { connects: 'pool' },
    'typeorm#source.query': query,
    'typeorm#repository.query': query,
    'typeorm#source.save': named,
    'typeorm#source.insert': { ...write, record: 1 },
    'typeorm#source.update': { ...write, record: 2 },
    'typeorm#source.delete': named,
    'typeorm#source.remove': named,
    'typeorm#source.create': { passes: 1 },
    'typeorm#source.merge': { fills: 0, passes: true },
    'typeorm#repository.create': { passes: 0 },
    'typeorm#repository.merge': { fills: 0, passes: true },
    'typeorm#repository.preload': { passes: 0 },
    'typeorm#repository.save': write,
    'typeorm#repository.insert': write,
    'typeorm#repository.update': change,
    'typeorm#repository.upsert': write,
    'typeorm#repository.delete': picked,
    'typeorm#repository.softDelete': picked,
    'typeorm#repository.remove': write,
    'typeorm#repository.find': many,
    'typeorm#repository.findAndCount': many,
    'typeorm#repository.findBy': manyBy,
    'typeorm#repository.findOne': one,
    'typeorm#repository.findOneBy': oneBy,
    'typeorm#repository.findOneOrFail': one,
    'typeorm#repository.findOneByOrFail': oneBy,
    'typeorm#repository.count': read,
    'typeorm#repository.countBy': read,
    'typeorm#repository.exists': read,
    'typeorm#repository.softRemove': write,
    'typeorm#repository.restore': write,
    'typeorm#repository.increment': write,
    'typeorm#repository.decrement': write,
    // Options stand in the second argument here: whether they limit anything is not read.
    'typeorm#source.find': { data: { operation: 'read', many: true, target: 0 } },
    'typeorm#source.findBy': { data: { operation: 'read', many: true, target: 0 } },
    'typeorm#source.findOne': { data: { operation: 'read', target: 0 } },
    'typeorm#source.findOneBy': { data: { operation: 'read', target: 0 } },
    'typeorm#source.upsert': { ...write, record: 1 },
    'typeorm#source.softDelete': named,
    // The text of a query, with names in the place of values.
    'typeorm#builder.getQuery': { sanitises: ['sql'] },
    'typeorm#builder.getMany': { data: { operation: 'read', many: true, bound: { chained: ['take', 'limit'] } } },
    'typeorm#builder.getRawMany': { data: { operation: 'read', many: true, bound: { chained: ['take', 'limit'] } } },
    'typeorm#builder.getManyAndCount': { data: { operation: 'read', many: true, bound: { chained: ['take', 'limit'] } } },
    'typeorm#builder.getOne': { data: { operation: 'read' } },
    // Repositories refuse to change or delete without a condition since 0.3.23, and name this as the way to mean all rows.
    'typeorm#builder.execute': {
      data: {
        operation: 'write',
        fits: {
          by: 'chain',
          neutral: [
            'getRepository',
            'getConnection',
            'getManager',
            'createQueryBuilder',
            'update',
            'delete',
            'softDelete',
            'from',
            'set',
            'returning',
            'execute',
          ],
          from: 'createQueryBuilder',
        },
      },
    },
    'typeorm#source.transaction': { transaction: true, callbacks: [{ args: 'last', params: ['typeorm#source'] }] },
    ...Object.fromEntries(pieces.map((name) => [`typeorm#builder.${name}`, piece])),
  },
});
