import { defineLibrary, type CallRole, type Variant } from '../model/library';

const kinds = [
  'object',
  'strictObject',
  'string',
  'number',
  'boolean',
  'array',
  'enum',
  'union',
  'discriminatedUnion',
  'literal',
  'record',
  'tuple',
  'email',
  'uuid',
  'url',
  'coerce.number',
  'coerce.string',
  'coerce.date',
  'date',
  'preprocess',
  'intersection',
  'nativeEnum',
];

/** What lets everything through, until something more is asked of it. */
const anything = [
  'zod#any()',
  'zod#unknown()',
  // https://zod.dev/api#custom: without a function that checks, `z.custom<Order>()` lets every value through.
  'zod#custom()',
  ...['optional', 'nullable', 'nullish', 'default', 'describe', 'readonly'].map((step) => `zod#anything.${step}()`),
];
/** `z.record(z.string(), z.unknown())`: whatever names somebody likes, with whatever they like. */
const fields: Variant[] = [0, 1].map((arg) => ({ arg, text: /^z\.(?:any|unknown)\(/, value: 'zod#looseSchema' }));

/** Schemas that let fields through which they do not describe. */
const loose = ['zod#schema.passthrough()', 'zod#schema.loose()', 'zod#schema.catchall()', 'zod#looseObject()'];

/** Schemas that refuse such fields: what they have let through has no others. */
const strict = ['zod#schema.strict()', 'zod#strictObject()'];

const ways = ['parse', 'parseAsync', 'safeParse', 'safeParseAsync'];

/** What the methods of a schema give: of one whose beginning nobody knows, of one that is made of columns, and of strict and loose ones. */
function parsedBy(schema: string): Record<string, string> {
  return Object.fromEntries(ways.map((way) => [`${schema}.${way}()`, way.startsWith('safe') ? 'zod#safeParsed' : 'zod#parsed']));
}

function parsing(schema: string, more: Omit<NonNullable<CallRole['validates']>, 'arg' | 'safe'> = {}): Record<string, CallRole> {
  return Object.fromEntries(
    ways.map((way) => [`${schema}.${way}`, { validates: { arg: 0, ...(way.startsWith('safe') ? { safe: true } : {}), ...more } }]),
  );
}

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
    'zod#anything.*()': 'zod#schema',
    ...Object.fromEntries(anything.map((path) => [path, 'zod#anything'])),
    ...Object.fromEntries(loose.map((path) => [path, 'zod#looseSchema'])),
    'zod#looseSchema.*()': 'zod#looseSchema',
    'zod#looseSchema.strict()': 'zod#schema',
    'zod#looseSchema.strip()': 'zod#schema',
    'zod#looseSchema.shape.*': 'zod#schema',
    ...Object.fromEntries(strict.map((path) => [path, 'zod#strictSchema'])),
    'zod#strictSchema.*()': 'zod#strictSchema',
    'zod#strictSchema.strip()': 'zod#schema',
    'zod#strictSchema.passthrough()': 'zod#looseSchema',
    'zod#strictSchema.loose()': 'zod#looseSchema',
    'zod#strictSchema.shape.*': 'zod#schema',
    // A parameter may be given a schema of any kind, and one that is made of a table describes all of its columns.
    'zod#someSchema.*()': 'zod#someSchema',
    'zod#someSchema.pick()': 'zod#schema',
    'zod#someSchema.omit()': 'zod#schema',
    'zod#someSchema.strip()': 'zod#schema',
    'zod#someSchema.passthrough()': 'zod#looseSchema',
    'zod#someSchema.loose()': 'zod#looseSchema',
    'zod#someSchema.shape.*': 'zod#schema',
    ...['anything', 'looseSchema', 'strictSchema', 'someSchema', 'schema'].reduce(
      (all, name) => ({ ...all, ...parsedBy(`zod#${name}`) }),
      {},
    ),
    'zod#schema.shape.*': 'zod#schema',
    'drizzle-zod#createInsertSchema()': 'zod#someSchema',
    'drizzle-zod#createUpdateSchema()': 'zod#someSchema',
    'drizzle-zod#createSelectSchema()': 'zod#someSchema',
  },
  variants: { 'zod#record': fields, 'zod#custom': [{ arg: 0, value: 'zod#schema' }] },
  types: {
    'zod#ZodSchema': 'zod#someSchema',
    'zod#ZodType': 'zod#someSchema',
    'zod#ZodTypeAny': 'zod#someSchema',
    'zod#AnyZodObject': 'zod#someSchema',
    'zod#ZodObject': 'zod#someSchema',
    'zod#z.ZodSchema': 'zod#someSchema',
    'zod#z.ZodType': 'zod#someSchema',
  },
  calls: {
    ...parsing('zod#schema', { strips: true }),
    ...parsing('zod#strictSchema'),
    ...parsing('zod#someSchema'),
    ...parsing('zod#anything', { lets: true }),
    ...parsing('zod#looseSchema', { keeps: true }),
  },
  traces: /\bsafeParse/,
  results: {
    'zod#safeParsed': { label: 'validation', error: 'error', success: 'success', effect: 'other', awaited: false },
  },
});
