import { defineLibrary, type CallRole } from '../model/library';

const write: CallRole = { data: { operation: 'write', target: 'receiver' }, record: 0 };
const where = { by: { arg: 0, option: 'where' } } as const;
// https://www.prisma.io/docs/orm/prisma-client/special-fields-and-types/null-and-undefined: undefined in a `where` means that there is no such condition.
const changed: CallRole = { data: { operation: 'write', target: 'receiver', skipsUndefined: true, where }, record: 0 };
/** All records, where nothing is said of which. */
const fitting: CallRole = { ...changed, data: { ...changed.data!, fits: { by: { arg: 0, option: 'where' }, neutral: [] } } };
const one: CallRole = { data: { operation: 'read', target: 'receiver', skipsUndefined: true, where } };
const keyed: CallRole = { data: { ...one.data!, keyed: true } };

/** Prisma 4 to 7. Since 7 the client may come from a generated folder. */
export default defineLibrary({
  id: 'prisma',
  title: 'Prisma',
  packages: ['@prisma/client', 'prisma'],
  // https://www.prisma.io/docs/orm/prisma-migrate/workflows/prototyping-your-schema
  commands: [
    {
      pattern: /^prisma db push\b/,
      purpose: 'push-schema',
      destroys: /--accept-data-loss|--force-reset/,
      instead: {
        part: /\bdb\s+push(?:\s+--(?:accept-data-loss|skip-generate|force-reset)\b)*/,
        text: 'migrate deploy',
        where: /(?:^|\/)migrations\/[^/]+\/migration\.sql$/,
      },
    },
    { pattern: /^prisma migrate reset\b/, purpose: 'push-schema', destroys: /./ },
    { pattern: /^prisma migrate deploy\b/, purpose: 'migrate' },
  ],
  generated:
    /(?:^|\/)generated\/(?:[\w-]+-)?prisma(?:-client)?(?:\/(?:client|index|edge))?(?:\.[cm]?[jt]s)?$|(?:^|\/)prisma\/generated(?:\/[\w-]+){0,2}(?:\.[cm]?[jt]s)?$|(?:^|\/)\.prisma\/client$/,
  aliases: {
    '@prisma/client#PrismaClient()': 'prisma#client',
    'prisma#client.$extends()': 'prisma#client',
    // What people call the client in the context of procedures: create-t3-app writes `db`, and wrote `prisma`.
    'trpc#ctx.db': 'prisma#client',
    'trpc#ctx.prisma': 'prisma#client',
    'nextSafeAction#ctx.db': 'prisma#client',
    'nextSafeAction#ctx.prisma': 'prisma#client',
    'zsa#ctx.db': 'prisma#client',
    'zsa#ctx.prisma': 'prisma#client',
    'prisma#client.*': 'prisma#model',
    'prisma#client.$queryRaw': 'prisma#client.$queryRaw',
    'prisma#client.$executeRaw': 'prisma#client.$executeRaw',
    'prisma#client.$queryRawUnsafe': 'prisma#client.$queryRawUnsafe',
    'prisma#client.$executeRawUnsafe': 'prisma#client.$executeRawUnsafe',
    'prisma#client.$transaction': 'prisma#client.$transaction',
    'prisma#client.$extends': 'prisma#client.$extends',
    'prisma#client.$connect': 'prisma#client.$connect',
    'prisma#client.$disconnect': 'prisma#client.$disconnect',
    'prisma#client.$on': 'prisma#client.$on',
  },
  types: {
    '@prisma/client#PrismaClient': 'prisma#client',
    '@prisma/client#Prisma.TransactionClient': 'prisma#client',
  },
  names: { prisma: 'prisma#client', tx: 'prisma#client' },
  calls: {
    '@prisma/client#PrismaClient': { connects: 'pool' },
    // Read in 7.10: it listens on whatever pool it is given.
    '@prisma/adapter-pg#PrismaPg': { listens: true },
    'prisma#model.findMany': { data: { operation: 'read', many: true, target: 'receiver', bound: { option: 'take' }, where } },
    'prisma#model.findFirst': one,
    'prisma#model.findUnique': keyed,
    'prisma#model.findFirstOrThrow': one,
    'prisma#model.findUniqueOrThrow': keyed,
    'prisma#model.count': one,
    'prisma#model.aggregate': one,
    'prisma#model.groupBy': one,
    'prisma#model.create': write,
    'prisma#model.createMany': write,
    'prisma#model.update': changed,
    'prisma#model.updateMany': fitting,
    'prisma#model.upsert': write,
    'prisma#model.delete': { ...write, data: { ...write.data!, where } },
    'prisma#model.deleteMany': fitting,
    'prisma#client.$queryRaw': { data: { operation: 'raw' } },
    'prisma#client.$executeRaw': { data: { operation: 'raw' } },
    'prisma#client.$queryRawUnsafe': { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0 }] },
    'prisma#client.$executeRawUnsafe': { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0 }] },
    '@prisma/client#Prisma.raw': { sinks: [{ category: 'sql', arg: 0 }] },
    '@prisma/client#raw': { sinks: [{ category: 'sql', arg: 0 }] },
    'prisma#client.$transaction': { transaction: true, callbacks: [{ args: [0], params: ['prisma#client'] }] },
  },
});
