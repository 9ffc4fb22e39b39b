import { defineLibrary } from '../model/library';

const kinds = ['object', 'strictObject', 'looseObject', 'string', 'number', 'boolean', 'array', 'enum', 'union', 'discriminatedUnion', 'literal', 'record', 'tuple', 'email', 'uuid', 'url', 'coerce.number', 'coerce.string', 'coerce.date', 'date', 'any', 'unknown', 'preprocess', 'intersection', 'nativeEnum'];

/** zod 3 and 4. A schema keeps being one through its methods; parsing checks the argument. */
export default defineLibrary({
  id: 'zod',
  title: 'zod',
  packages: ['zod'],
  aliases: {
    'zod#z': 'zod#',
    'zod/v4#z': 'zod#',
    ...Object.fromEntries(kinds.map((kind) => [`zod#${kind}()`, 'zod#schema'])),
    'zod#schema.*()': 'zod#schema',
    'zod#schema.shape.*': 'zod#schema',
    'zod#schema.parse()': 'zod#parsed',
    'zod#schema.parseAsync()': 'zod#parsed',
    'zod#schema.safeParse()': 'zod#safeParsed',
    'zod#schema.safeParseAsync()': 'zod#safeParsed',
    'drizzle-zod#createInsertSchema()': 'zod#schema',
    'drizzle-zod#createUpdateSchema()': 'zod#schema',
    'drizzle-zod#createSelectSchema()': 'zod#schema',
  },
  types: {
    'zod#ZodSchema': 'zod#schema',
    'zod#ZodType': 'zod#schema',
    'zod#ZodTypeAny': 'zod#schema',
    'zod#AnyZodObject': 'zod#schema',
    'zod#ZodObject': 'zod#schema',
    'zod#z.ZodSchema': 'zod#schema',
    'zod#z.ZodType': 'zod#schema',
  },
  calls: {
    'zod#schema.parse': { validates: { arg: 0 } },
    'zod#schema.parseAsync': { validates: { arg: 0 } },
    'zod#schema.safeParse': { validates: { arg: 0, safe: true } },
    'zod#schema.safeParseAsync': { validates: { arg: 0, safe: true } },
  },
  traces: /\bsafeParse/,
  results: {
    'zod#safeParsed': { label: 'validation', error: 'error', success: 'success', effect: 'other', awaited: false },
  },
});
