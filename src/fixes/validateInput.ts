import { ts } from 'ts-morph';
import type { RequestInput } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { contains } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import { Draft } from './edits';
import { addObjectProperty, findProperty, insertArgument } from './expressions';
import { evidentFields, isHandedOnWhole } from './fieldEvidence';
import { handlerAround, type Handler } from './handlers';
import { addImport, findImport } from './imports';
import { findInput, type Input } from './inputs';
import { allBelow, ancestor, freeName, nodeAt, outwards, referencesTo } from './nodes';
import { modelFields } from './prismaModel';
import { errorBody, errorReply, ifThen } from './replies';
import { declaredFields, jsonSchema, schemaFields, zodSchema, type SchemaField } from './schemas';
import { schemaName } from './schemaNames';
import { mayBeStrict } from './strictness';
import { simpleType } from './typeTests';
import { blockBody, insertBefore, statementOf } from './statements';
import type { Code } from './style';
import { test } from './inPlaceTests';
import { majorOf } from './versions';

/**
 * Checks what the client sent before it is used: by a schema of the fields that the handler reads, in the framework's own way
 * where it has one, or by `typeof` tests in projects without a validator.
 */
export function validateInput(fact: RequestInput): FixProposal {
  const what =
    { body: 'request body', query: 'query', params: 'path parameters', form: 'form', arguments: 'arguments' }[fact.source as string] ??
    'input';
  return {
    id: 'validate-input',
    kind: 'suggestion',
    title: fact.massAssigned ? `Validate the ${what} (only the fields listed are kept)` : `Validate the ${what}`,
    build: (source) => build(fact, source),
    mayBuild: (source) => build(fact, source) !== undefined,
  };
}

/**
 * Can the file import a package by its bare name? Deno resolves only what an import map names, and what the rest of the project depends on
 * is not there: one that the function imports itself is.
 */
function resolves(name: string, draft: Draft, handler: Handler | undefined): boolean {
  return handler?.framework !== 'supabase-edge' || findImport(draft, { name: 'z', module: name }) !== undefined;
}

interface SchemaJob {
  draft: Draft;
  fact: RequestInput;
  handler: Handler;
  fields: SchemaField[];
}

export interface Job extends SchemaJob {
  input: Input;
}

function build(fact: RequestInput, source: FixSource): FileEdit[] | undefined {
  if (fact.validated.presence === 'present' || fact.signed) return undefined;
  const draft = new Draft(source);
  const handler = handlerAround(nodeAt(draft.tree, fact.span), draft.tree, fact.framework);
  const zod = (source.idioms.validator?.library === 'zod' || source.idioms.packages.has('zod')) && resolves('zod', draft, handler);
  if (handler?.framework === 'trpc') {
    const fields = schemaFields(fact.fields, draft.style.typescript);
    return zod && fields && builderInput({ draft, fact, handler, fields }) ? draft.finish() : undefined;
  }
  const input = handler && findInput(draft, fact, handler);
  if (!input) return undefined;
  const fields = fieldsOf(draft, fact, input);
  if (!fields || fields.length === 0) return undefined;
  const job: Job = { draft, fact, handler, input, fields };
  const built = handler.idiom.schemaOption ? routeSchema(job, zod) : zod ? parse(job) : test(job);
  return built ? draft.finish() : undefined;
}

/**
 * Fields to list: of the type that the author gave, of the model that the whole value is written to, or those that the handler
 * reads. Of a value that is handed on whole there may be more, and where the types of most of them are open, nothing is worth listing.
 */
function fieldsOf(draft: Draft, fact: RequestInput, input: Input): SchemaField[] | undefined {
  if (input.parameters)
    return input.parameters.map((parameter) => ({
      name: draft.textOf(parameter.name),
      type: 'unknown',
      optional: parameter.questionToken !== undefined,
      ...(parameter.type ? { declared: parameter.type } : {}),
    }));
  const known = declaredFields(input.type, draft.tree) ?? (fact.massAssigned ? writtenFields(draft, input) : undefined);
  if (!known && !fact.massAssigned && isHandedOnWhole(draft, input)) return undefined;
  const read = evidentFields(draft, fact, input, known ?? []);
  return read && [...(known ?? []), ...read];
}

/** Fields of the Prisma model that all of the input is written to. */
function writtenFields(draft: Draft, input: Input): SchemaField[] | undefined {
  const variable = input.declaration?.name;
  const named =
    variable && ts.isIdentifier(variable) ? referencesTo(variable.text, ancestor(variable, isFunctionNode)?.body ?? draft.tree) : [];
  for (const node of [...input.uses.map((use) => use.node), ...named]) {
    for (const outer of outwards(node)) {
      if (ts.isStatement(outer)) break;
      const match = ts.isCallExpression(outer) ? /\.(\w+)\.(create|update|upsert)$/.exec(draft.textOf(outer.expression)) : null;
      const fields = match && modelFields(draft.source, match[1]!, match[2] !== 'create');
      if (fields) return fields;
    }
  }
  return undefined;
}

/** Is more known of a value that is written as a whole than the fields that the handler happens to read? */
export function isFullyKnown(fact: RequestInput, source: FixSource): boolean {
  if (!fact.massAssigned) return true;
  const draft = new Draft(source);
  const handler = handlerAround(nodeAt(draft.tree, fact.span), draft.tree, fact.framework);
  const input = handler && findInput(draft, fact, handler);
  return input !== undefined && (declaredFields(input.type, draft.tree) ?? writtenFields(draft, input)) !== undefined;
}

function zodStyle(job: SchemaJob): { major: number; text: boolean } {
  const { idioms } = job.draft.source;
  const major = idioms.validator?.library === 'zod' ? idioms.validator.major : majorOf(idioms.packages.get('zod'));
  return { major: major ?? 4, text: job.fact.source !== 'body' && job.fact.source !== 'arguments' && job.fact.source !== 'message' };
}

/** Declares a schema above the statement that holds the handler. */
function declareSchema(job: SchemaJob, code: (name: string) => Code): string {
  const name = schemaName(job.draft, job.handler, job.fact.source);
  const top = ancestor(job.handler.fn, (node): node is ts.Statement => node.parent === job.draft.tree);
  const lines = code(name);
  // A schema of several lines, or one above a block of comments, stands apart.
  const isApart = lines.length > 1 || (top !== undefined && /^\s*\/\*\*/.test(job.draft.text.slice(top.pos, top.getStart(job.draft.tree))));
  if (top) insertBefore(job.draft, top, isApart ? [...lines, ''] : lines);
  else job.draft.giveUp();
  return name;
}

function declareZod(job: SchemaJob): string {
  addImport(job.draft, { name: 'z', module: 'zod' });
  return declareSchema(job, (name) => zodSchema(job.draft, name, job.fields, zodStyle(job)));
}

/** `const parsed = Schema.safeParse(input); if (!parsed.success) …`, and `parsed.data` in the place of the input. */
function parse(job: Job): boolean {
  const { draft, handler, input } = job;
  const place = input.first;
  const parsed = freeName(['parsed', 'parsedBody', 'parsedInput'], place ?? handler.fn);
  const issues = `issues: ${parsed}.error.issues`;
  const refuse = errorReply(draft, handler, 400, { body: errorBody(draft, 'Invalid request', issues) });
  if (!refuse) return false;
  const schema = declareZod(job);
  const code = [
    `const ${parsed} = ${schema}.safeParse(${input.raw}${mayBeNoJson(input) ? unreadable : ''});`,
    ...ifThen(`!${parsed}.success`, refuse),
  ];
  if (!insertAt(job, code)) return false;
  for (const use of input.uses) {
    const value = use.field === undefined ? asDeclared(draft, use.node, `${parsed}.data`) : `${parsed}.data.${use.field}`;
    draft.replaceNode(use.node, ts.isShorthandPropertyAssignment(use.node.parent) ? `${draft.textOf(use.node)}: ${value}` : value);
  }
  return true;
}

/** The value with the type that the author gave it, where the schema does not say as much or nothing else in the file speaks of that type. */
function asDeclared(draft: Draft, node: ts.Node, value: string): string {
  const annotation = ts.isVariableDeclaration(node.parent) ? node.parent.type : undefined;
  const type = allBelow(node, ts.isAsExpression, false)[0]?.type ?? annotation;
  if (!type || !ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return value;
  const name = type.typeName.text;
  const isSaid = declaredFields(type, draft.tree) !== undefined;
  // An annotation stays where it is.
  if (isSaid && type === annotation && mayBeStrict(draft.source)) return value;
  const uses = allBelow(draft.tree, ts.isTypeReferenceNode).filter((other) => draft.textOf(other.typeName) === name).length;
  if (isSaid && type !== annotation && (uses > 1 || isExported(name, draft))) return value;
  const typed = `${value} as ${draft.textOf(type)}`;
  return ts.isParenthesizedExpression(node) ? `(${typed})` : typed;
}

function isExported(name: string, draft: Draft): boolean {
  return draft.tree.statements.some(
    (statement) =>
      (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) &&
      statement.name.text === name &&
      statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword),
  );
}

/** What stands for a body that is no JSON: it is refused like any other wrong body, and not taken for a failure of the server. */
const unreadable = '.catch(() => null)';

/** Does reading the input fail where nothing but the handler as a whole takes notice? */
export function mayBeNoJson({ node }: Input): boolean {
  if (
    !ts.isAwaitExpression(node) ||
    !ts.isCallExpression(node.expression) ||
    !ts.isPropertyAccessExpression(node.expression.expression) ||
    node.expression.expression.name.text !== 'json'
  )
    return false;
  const around = ancestor(
    node,
    (outer): outer is ts.TryStatement | ts.SourceFile =>
      ts.isSourceFile(outer) || (ts.isTryStatement(outer) && outer.catchClause !== undefined && contains(outer.tryBlock, node)),
  );
  return !around || ts.isSourceFile(around) || around.tryBlock.statements.length > 1;
}

/** Reads nothing where the body is no JSON, and with `orEmpty` an empty object where it is `null` too. */
export function tolerate(draft: Draft, { node }: Input, orEmpty: boolean): void {
  if (!orEmpty) return draft.insert(node.end, unreadable);
  const inner = ts.isVariableDeclaration(node.parent) || ts.isParenthesizedExpression(node.parent);
  draft.insert(node.getStart(draft.tree), inner ? '(' : '((');
  draft.insert(node.end, `${unreadable}) ?? {}${inner ? '' : ')'}`);
}

export function insertAt(job: Job, code: Code): boolean {
  const { draft, handler, input } = job;
  // A comment above the statement that reads the input is about the reading.
  if (input.first)
    insertBefore(draft, input.first, code, {
      belowComments: input.declaration !== undefined && statementOf(input.declaration) === input.first,
    });
  else if (ts.isArrowFunction(handler.fn) && !ts.isBlock(handler.fn.body)) blockBody(draft, handler.fn, { before: code, returns: true });
  else return false;
  return true;
}

/** The schema among the options of a Fastify route; Fastify itself answers 400. */
function routeSchema(job: Job, zod: boolean): boolean {
  const { draft, handler, fact } = job;
  const part = { body: 'body', query: 'querystring', params: 'params', headers: 'headers' }[fact.source as string];
  const call = handler.registration;
  if (!part || !call) return false;
  const options = call.arguments.find(ts.isObjectLiteralExpression);
  const present = options && findProperty(options, 'schema');
  const schemas = present && ts.isPropertyAssignment(present) ? present.initializer : undefined;
  if (present && (!schemas || !ts.isObjectLiteralExpression(schemas) || findProperty(schemas, part))) return false;
  const byZod = zod && draft.source.idioms.packages.has('fastify-type-provider-zod');
  const name = byZod ? declareZod(job) : declareSchema(job, (schema) => jsonSchema(draft, schema, job.fields.map(simpleType)));
  if (schemas && ts.isObjectLiteralExpression(schemas)) addObjectProperty(draft, schemas, part, name);
  else if (options) addObjectProperty(draft, options, 'schema', `{ ${part}: ${name} }`);
  else insertArgument(draft, call, 1, `{ schema: { ${part}: ${name} } }`);
  return true;
}

/** `.input(schema)` in front of `.mutation(…)` or `.query(…)`. */
function builderInput(job: SchemaJob): boolean {
  const callee = job.handler.registration?.expression;
  if (job.fields.length === 0 || !callee || !ts.isPropertyAccessExpression(callee) || /\.input\(/.test(job.draft.textOf(callee)))
    return false;
  job.draft.insert(callee.expression.end, `.input(${declareZod(job)})`);
  return true;
}
