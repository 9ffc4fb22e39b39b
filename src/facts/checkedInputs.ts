import { ts } from 'ts-morph';
import type { CallRole } from '../model/library';
import { bare } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import { fieldOf, validationsOf } from './validation';

/** A value that a schema has checked, which nobody could find or read. */
export const unread = 'unread';

/**
 * What the schema says of a value that a framework has checked before it is handed over, by the path of the value and the
 * members that will be taken from it: `procedure.input(schema).query(({ input }) => input.url)`. Undefined for other values.
 */
export function checkedField(
  analysis: FileAnalysis,
  node: ts.Node,
  path: string,
  steps: readonly string[],
): ReturnType<typeof fieldOf> | typeof unread | undefined {
  for (let current = path; ; current = current.slice(0, current.lastIndexOf('.'))) {
    const checked = analysis.tables.read(current)?.checked;
    if (checked !== undefined) {
      const members = path
        .slice(current.length + 1)
        .split('.')
        .filter((member) => member !== '');
      const schema = members.some((member) => member.endsWith('()')) ? undefined : schemaOf(analysis, node, checked);
      const found = schema && fieldOf(analysis, schema, [...members, ...steps], 8);
      // A schema of another file may say anything.
      return checked !== true && (found === undefined || found === 'unknown') ? unread : found;
    }
    if (current.lastIndexOf('.') <= current.indexOf('#')) return undefined;
  }
}

/** Does what has checked a value let fields through that it does not describe? */
export function keepsFields(analysis: FileAnalysis, node: ts.Node, checked: true | string): boolean {
  if (checked === true) return parsing(analysis, schemaAround(analysis, node))?.keeps === true;
  const check = checkBeside(analysis, node, checked);
  return check !== undefined && isLoose(analysis, check);
}

/** Does the schema that stands for the check of a framework let everything through: `procedure.input(z.any())`? */
export function letsAll(analysis: FileAnalysis, node: ts.Node, checked: true | string): boolean {
  if (checked === true) {
    const schema = schemaAround(analysis, node);
    return schema !== undefined && (parsing(analysis, schema)?.lets === true || givesAllBack(analysis, schema));
  }
  const check = checkBeside(analysis, node, checked);
  const checks = check && analysis.tables.call(analysis.resolver.pathOf(check.expression))?.guard?.checks;
  return checks !== undefined && parsing(analysis, check!.arguments[checks.schema], checks.by)?.lets === true;
}

/** Is a function given for a schema that neither throws nor asks one: `(value: unknown) => value as Order`? */
export function givesAllBack(analysis: FileAnalysis, schema: ts.Expression): boolean {
  const fn = analysis.resolver.functionOf(schema)?.local;
  return (
    fn !== undefined &&
    !fn.exits.some(ts.isThrowStatement) &&
    !analysis.parts(fn).sites.some((site) => validationsOf(analysis, site).length > 0)
  );
}

/** What it means to check something against a schema, by the method that does so. */
export function parsing(
  analysis: FileAnalysis,
  schema: ts.Expression | undefined,
  by = 'parse',
): NonNullable<CallRole['validates']> | undefined {
  return schema && analysis.tables.call(`${analysis.resolver.pathOf(schema)}.${by}`)?.validates;
}

/** Is a call in a chain a check whose schema keeps fields that it does not describe? */
export function isLoose(analysis: FileAnalysis, { expression, arguments: args }: ts.CallExpression | ts.NewExpression): boolean {
  const checks = analysis.tables.call(analysis.resolver.pathOf(expression))?.guard?.checks;
  const schema = checks && args?.[checks.schema];
  const asks = parsing(analysis, schema, checks?.by);
  return asks?.keeps === true || asks?.lets === true;
}

function schemaOf(analysis: FileAnalysis, node: ts.Node, checked: true | string): ts.Expression | undefined {
  if (checked === true) return schemaAround(analysis, node);
  const check = checkBeside(analysis, node, checked);
  const checks = check && analysis.tables.call(analysis.resolver.pathOf(check.expression))?.guard?.checks;
  return checks && check.arguments[checks.schema];
}

/** The check of a part of the request that stands in front of the function around a place: `app.post('/', zValidator('json', schema), (c) => …)`. */
function checkBeside(analysis: FileAnalysis, node: ts.Node, part: string): ts.CallExpression | undefined {
  for (let fn = analysis.functionAround(node); fn; fn = fn.parent) {
    const call = fn.node.parent;
    if (!ts.isCallExpression(call)) continue;
    for (const argument of call.arguments) {
      const value = bare(argument);
      const checks = ts.isCallExpression(value)
        ? analysis.tables.call(analysis.resolver.pathOf(value.expression))?.guard?.checks
        : undefined;
      if (checks && ts.isCallExpression(value) && analysis.textOf(value.arguments[checks.part]) === part) return value;
    }
  }
  return undefined;
}

/** The schema that stands in the chain whose last call was given the function around a place. */
function schemaAround(analysis: FileAnalysis, node: ts.Node): ts.Expression | undefined {
  for (let fn = analysis.functionAround(node); fn; fn = fn.parent) {
    const call = fn.node.parent;
    if (!ts.isCallExpression(call) || analysis.site(call)?.role?.builder?.step !== 'end') continue;
    for (let callee = bare(call.expression); ts.isPropertyAccessExpression(callee);) {
      const inner = bare(callee.expression);
      if (!ts.isCallExpression(inner)) return undefined;
      if (analysis.site(inner)?.role?.builder?.step === 'input') return inner.arguments[0];
      callee = bare(inner.expression);
    }
  }
  return undefined;
}
