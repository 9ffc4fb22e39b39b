import { defineLibrary, type Variant } from '../model/library';

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

/** Schemas that let fields through which they do not describe. */
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

const loose = ['zod#schema.passthrough()', 'zod#schema.loose()', 'zod#schema.catchall()', 'zod#looseObject()'];

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
    'zod#anything.parse()': 'zod#parsed',
    'zod#anything.parseAsync()': 'zod#parsed',
    'zod#anything.safeParse()': 'zod#safeParsed',
    'zod#anything.safeParseAsync()': 'zod#safeParsed',
    ...Object.fromEntries(loose.map((path) => [path, 'zod#looseSchema'])),
    'zod#looseSchema.*()': 'zod#looseSchema',
    'zod#looseSchema.strict()': 'zod#schema',
    'zod#looseSchema.strip()': 'zod#schema',
    'zod#looseSchema.shape.*': 'zod#schema',
    'zod#looseSchema.parse()': 'zod#parsed',
    'zod#looseSchema.parseAsync()': 'zod#parsed',
    'zod#looseSchema.safeParse()': 'zod#safeParsed',
    'zod#looseSchema.safeParseAsync()': 'zod#safeParsed',
    'zod#schema.shape.*': 'zod#schema',
    'zod#schema.parse()': 'zod#parsed',
    'zod#schema.parseAsync()': 'zod#parsed',
    'zod#schema.safeParse()': 'zod#safeParsed',
    'zod#schema.safeParseAsync()': 'zod#safeParsed',
    'drizzle-zod#createInsertSchema()': 'zod#schema',
    'drizzle-zod#createUpdateSchema()': 'zod#schema',
    'drizzle-zod#createSelectSchema()': 'zod#schema',
  },
  variants: { 'zod#record': fields, 'zod#custom': [{ arg: 0, value: 'zod#schema' }] },
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
    'zod#anything.parse': { validates: { arg: 0, lets: true } },
    'zod#anything.parseAsync': { validates: { arg: 0, lets: true } },
    'zod#anything.safeParse': { validates: { arg: 0, safe: true, lets: true } },
    'zod#anything.safeParseAsync': { validates: { arg: 0, safe: true, lets: true } },
    'zod#looseSchema.parse': { validates: { arg: 0, keeps: true } },
    'zod#looseSchema.parseAsync': { validates: { arg: 0, keeps: true } },
    'zod#looseSchema.safeParse': { validates: { arg: 0, safe: true, keeps: true } },
    'zod#looseSchema.safeParseAsync': { validates: { arg: 0, safe: true, keeps: true } },
  },
  traces: /\bsafeParse/,
  results: {
    'zod#safeParsed': { label: 'validation', error: 'error', success: 'success', effect: 'other', awaited: false },
  },
});
