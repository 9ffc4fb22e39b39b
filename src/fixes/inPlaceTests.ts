import { ts } from 'ts-morph';
import { whole } from '../syntax/nodes';
import { freeName } from './nodes';
import { errorReply, ifThen } from './replies';
import type { SchemaField } from './schemas';
import { simpleType, typeTests } from './typeTests';
import { insertAfter, statementOf } from './statements';
import type { Code } from './style';
import { insertAt, mayBeNoJson, tolerate, type Job } from './validateInput';

/** `if (typeof email !== 'string') …` behind or before the first use. */
export function test(job: Job): boolean {
  const { draft, handler, input } = job;
  const refuse = errorReply(draft, handler, 400);
  if (!refuse || job.fact.source === 'form') return false;
  const fields = job.fields
    .map(simpleType)
    .map((field) => (job.fact.source === 'query' || job.fact.source === 'params' ? { ...field, type: 'string' as const } : field))
    .filter((field) => field.type !== 'any' || job.fact.massAssigned);
  if (fields.every((field) => field.type === 'any')) return false;
  if (input.parameters) return testParameters(job, fields, refuse);
  const bound = input.declaration;
  if (bound && ts.isObjectBindingPattern(bound.name)) {
    const locals = new Map(
      bound.name.elements.map((element) => [(element.propertyName ?? element.name).getText(draft.tree), element.name.getText(draft.tree)]),
    );
    const known = fields.filter((field) => locals.has(field.name) && /^\w+$/.test(locals.get(field.name)!));
    const statement = statementOf(bound);
    if (
      known.length === 0 ||
      !statement ||
      isTested(
        job,
        known.map((field) => locals.get(field.name)!),
      )
    )
      return false;
    if (mayBeNoJson(input)) tolerate(draft, input, true);
    insertAfter(
      draft,
      statement,
      ifThen(
        typeTests(known, (name) => locals.get(name)!, draft),
        refuse,
      ),
    );
    return true;
  }
  if (bound && ts.isIdentifier(bound.name)) {
    const name = bound.name.text;
    const statement = statementOf(bound);
    if (
      !statement ||
      job.fact.massAssigned ||
      isTested(
        job,
        fields.map((field) => `${name}?.${field.name}`),
      )
    )
      return false;
    if (mayBeNoJson(input)) tolerate(draft, input, false);
    insertAfter(
      draft,
      statement,
      ifThen(
        typeTests(fields, (field) => `${name}?.${field}`, draft),
        refuse,
      ),
    );
    return true;
  }
  return input.repeatable && testInPlace(job, fields, refuse);
}

/** Parameters that each are a field go by their names. */
function testParameters(job: Job, fields: readonly SchemaField[], refuse: Code): boolean {
  const tested = fields.filter(({ type }) => type !== 'any');
  if (
    isTested(
      job,
      tested.map(({ name }) => name),
    )
  )
    return false;
  return insertAt(
    job,
    ifThen(
      typeTests(tested, (name) => name, job.draft),
      refuse,
    ),
  );
}

/** The handler has tests of all these values already. */
function isTested(job: Job, values: readonly string[]): boolean {
  const text = job.draft.textOf(job.handler.fn);
  return values.every((value) =>
    [`typeof ${value} `, `typeof ${value.replace('?.', '.')} `, `Array.isArray(${value})`, `Number.isInteger(${value})`].some((tested) =>
      text.includes(tested),
    ),
  );
}

function testInPlace(job: Job, fields: SchemaField[], refuse: Code): boolean {
  const { draft, input, fact } = job;
  if (
    isTested(
      job,
      fields.map((field) => `${input.raw}?.${field.name}`),
    )
  )
    return false;
  if (!fact.massAssigned)
    return insertAt(
      job,
      ifThen(
        typeTests(fields, (field) => `${input.raw}?.${field}`, draft),
        refuse,
      ),
    );
  const place = input.first;
  if (!place || fields.some((field) => !/^[A-Za-z_$][\w$]*$/.test(field.name))) return false;
  const locals = new Map(fields.map((field) => [field.name, freeName([field.name, `${field.name}Value`], place)]));
  const pattern = fields
    .map((field) => (locals.get(field.name) === field.name ? field.name : `${field.name}: ${locals.get(field.name)}`))
    .join(', ');
  insertAt(job, [
    `const { ${pattern} } = ${input.raw} ?? {};`,
    ...ifThen(
      typeTests(fields, (field) => locals.get(field)!, draft),
      refuse,
    ),
  ]);
  for (const use of input.uses) {
    const parent = whole(use.node as ts.Expression).parent;
    if (ts.isSpreadAssignment(parent)) draft.replaceNode(parent, pattern);
    else if (ts.isPropertyAccessExpression(parent)) {
      const local = locals.get(parent.name.text);
      if (local) draft.replaceNode(parent, local);
    } else draft.replaceNode(use.node, `{ ${pattern} }`);
  }
  return true;
}
