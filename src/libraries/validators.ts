import { defineLibrary, type CallRole } from '../model/library';

const first: CallRole = { validates: { arg: 0 } };
const firstSafe: CallRole = { validates: { arg: 0, safe: true } };
const second: CallRole = { validates: { arg: 1 } };
const secondSafe: CallRole = { validates: { arg: 1, safe: true } };
const element: CallRole = { guard: { kind: 'validation' } };
// https://express-validator.github.io/docs/guides/getting-started: chains note what they find, and whoever asks for it may refuse.
// Fields that no chain names stay in the request, unless `checkExact` refuses them; `matchedData` gives the others.
const noting: CallRole = { guard: { kind: 'validation', noted: true, keeps: true } };
const chains = ['body', 'query', 'param', 'header', 'cookie', 'check', 'oneOf', 'checkSchema'];
const exact: CallRole = { guard: { kind: 'validation', noted: true } };

/** Validators besides zod, and middleware made with any of them. */
export default defineLibrary({
  id: 'validators',
  title: 'Validators',
  packages: [
    'joi',
    'yup',
    'valibot',
    'ajv',
    'class-validator',
    'superstruct',
    'arktype',
    '@sinclair/typebox',
    'express-validator',
    'celebrate',
    'sveltekit-superforms',
  ],
  aliases: {
    'joi#*()': 'joi#schema',
    'joi#schema.*()': 'joi#schema',
    'joi#schema.validate()': 'joi#result',
    'joi#schema.validateAsync()': 'joi#value',
    'yup#*()': 'yup#schema',
    'yup#schema.*()': 'yup#schema',
    'yup#schema.validate()': 'yup#value',
    'ajv#()': 'ajv#ajv',
    'ajv#Ajv()': 'ajv#ajv',
    'ajv#default()': 'ajv#ajv',
    'ajv#ajv.compile()': 'ajv#validate',
    'ajv#ajv.getSchema()': 'ajv#validate',
    'arktype#type()': 'arktype#schema',
    'superstruct#*()': 'superstruct#struct',
    ...Object.fromEntries(chains.map((name) => [`express-validator#${name}()`, 'express-validator#chain'])),
    'express-validator#checkExact()': 'express-validator#exact',
    'express-validator#chain.*()': 'express-validator#chain',
  },
  types: {
    'joi#ObjectSchema': 'joi#schema',
    'joi#Schema': 'joi#schema',
    'joi#Joi.ObjectSchema': 'joi#schema',
    'joi#Joi.Schema': 'joi#schema',
    'yup#AnySchema': 'yup#schema',
    'yup#ObjectSchema': 'yup#schema',
    'ajv#ValidateFunction': 'ajv#validate',
  },
  calls: {
    'joi#schema.validate': firstSafe,
    'joi#schema.validateAsync': first,
    'joi#attempt': first,
    'joi#assert': first,
    'yup#schema.validate': first,
    'yup#schema.validateSync': first,
    'yup#schema.cast': first,
    'yup#schema.isValid': firstSafe,
    'valibot#parse': second,
    'valibot#parseAsync': second,
    'valibot#safeParse': secondSafe,
    'valibot#safeParseAsync': secondSafe,
    'valibot#assert': second,
    'valibot#is': secondSafe,
    'ajv#validate': firstSafe,
    'ajv#ajv.validate': secondSafe,
    'arktype#schema': firstSafe,
    'arktype#schema.assert': first,
    'superstruct#assert': first,
    'superstruct#create': first,
    'superstruct#mask': first,
    'superstruct#is': firstSafe,
    'superstruct#validate': firstSafe,
    '@sinclair/typebox/value#Value.Parse': second,
    '@sinclair/typebox/value#Value.Decode': second,
    '@sinclair/typebox/value#Value.Check': secondSafe,
    'class-validator#validate': firstSafe,
    'class-validator#validateSync': firstSafe,
    'class-validator#validateOrReject': first,
    'class-transformer#plainToInstance': { passes: 1 },
    'class-transformer#plainToClass': { passes: 1 },
    // https://superforms.rocks/get-started: what is wrong is told by `valid`, and the data is there either way.
    'sveltekit-superforms#superValidate': firstSafe,
    'sveltekit-superforms/server#superValidate': firstSafe,
    '@conform-to/zod#parseWithZod': firstSafe,
    '@conform-to/valibot#parseWithValibot': firstSafe,
    ...Object.fromEntries(chains.map((name) => [`express-validator#${name}`, noting])),
    'express-validator#chain.*': noting,
    'express-validator#checkExact': exact,
    // https://github.com/arb/celebrate: a schema for each part, by `Segments` or by name.
    'celebrate#celebrate': {
      guard: {
        kind: 'validation',
        parts: {
          body: 'body',
          query: 'query',
          params: 'params',
          headers: 'headers',
          cookies: 'cookies',
          signedcookies: 'cookies',
          signedCookies: 'cookies',
        },
      },
    },
    'zod-express-middleware#validateRequest': element,
    'zod-express-middleware#validateRequestBody': element,
    'zod-express-middleware#processRequest': element,
    'zod-express-middleware#processRequestBody': element,
    'express-zod-safe#': element,
    'express-joi-validation#createValidator': element,
    'express-openapi-validator#middleware': element,
    '@hono/valibot-validator#vValidator': element,
    '@hono/typebox-validator#tbValidator': element,
    '@hono/arktype-validator#arktypeValidator': element,
    'hono-openapi#validator': element,
    // https://docs.nestjs.com/techniques/validation#stripping-properties
    '@nestjs/common#ValidationPipe': { guard: { kind: 'validation', dropsWith: 'whitelist', byClass: true } },
    'nestjs-zod#ZodValidationPipe': element,
  },
});
