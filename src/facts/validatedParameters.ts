import { ts } from 'ts-morph';
import type { FunctionSummary, InputSource } from '../model/facts';
import type { Declaration } from '../syntax/declarations';
import { bare, contains, isMemberName, walk } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { rootOf, validationsOf } from './validation';

/** Notes which parameters are validated, or which members of them, and of requests which parts. */
export function addValidations(analysis: FileAnalysis, summary: FunctionSummary, fn: FunctionInfo, site: CallSite): void {
  for (const { value, byName, keeps } of validationsOf(analysis, site)) {
    if (byName) continue;
    for (const part of partsIn(bare(value))) {
      const root = rootOf(part);
      const declaration = root && analysis.resolver.declarations.find(root);
      if (declaration?.kind !== 'parameter' || declaration.fn !== fn.node) continue;
      const path = analysis.resolver.pathOf(part);
      const input = analysis.tables.read(path)?.input ?? bodyOf(analysis, path);
      // What is made of members of something else says nothing of all that is in it.
      if (input === undefined && part !== bare(value)) continue;
      const isFirst = summary.validates.length === 0;
      if (input !== undefined && (isFirst || summary.validatesParts))
        summary.validatesParts = [...new Set([...(summary.validatesParts ?? []), input])];
      else delete summary.validatesParts;
      if (keeps && (isFirst || summary.validatesFields)) summary.validatesFields = true;
      else delete summary.validatesFields;
      note(summary, declaration.index, input === undefined ? memberOf(part, declaration) : undefined);
    }
    if (!keeps) for (const { index, member } of readOnlyIn(analysis, fn, bare(value))) note(summary, index, member, true);
  }
}

/** All of a parameter is validated, or a member of it; all of it counts for more. */
function note(summary: FunctionSummary, index: number, member: string | undefined, isPart = false): void {
  const isKnown = summary.validates.includes(index);
  if (!isKnown) summary.validates.push(index);
  const members = summary.validatesMembers?.[index];
  if (member === undefined) {
    if (members) delete summary.validatesMembers![index];
  } else if (!isKnown || members) {
    const names = [...new Set([...(members?.names ?? []), member])];
    const isParts = isPart && (!members || members.parts);
    summary.validatesMembers = { ...summary.validatesMembers, [index]: { names, ...(isParts ? { parts: true } : {}) } };
  }
}

/** The member of a parameter that a value is: `form` of `input.form`, or as it was taken out of it by its pattern. */
function memberOf(value: ts.Expression, { steps }: Extract<Declaration, { kind: 'parameter' }>): string | undefined {
  const [step] = steps;
  if (step) return 'member' in step ? step.member : undefined;
  return ts.isPropertyAccessExpression(value) && ts.isIdentifier(bare(value.expression)) ? value.name.text : undefined;
}

/**
 * Parameters, and members of them, of which a function reads nothing that a schema is not given: `schema.parse(Object.fromEntries(form))`,
 * `schema.parse({ title: form.get('title') })`. What frameworks hand over is told by its parts.
 */
function readOnlyIn(analysis: FileAnalysis, fn: FunctionInfo, value: ts.Expression): { index: number; member?: string }[] {
  if (!fn.node.body || analysis.entries.has(fn) || !(ts.isCallExpression(value) || ts.isObjectLiteralExpression(value))) return [];
  const given = analysis.resolver.parameters.get(fn.node) ?? [];
  const read = new Map<string, { index: number; member?: string; isInside: boolean }>();
  const add = (index: number, member: string | undefined, node: ts.Node): void => {
    const key = `${index} ${member ?? ''}`;
    const isInside = contains(value, node) && (read.get(key)?.isInside ?? true);
    read.set(key, { index, ...(member === undefined ? {} : { member }), isInside });
  };
  walk(fn.node.body, (node) => {
    if (!ts.isIdentifier(node) || isMemberName(node)) return true;
    const declaration = analysis.resolver.declarations.find(node);
    if (declaration?.kind !== 'parameter' || declaration.fn !== fn.node || given[declaration.index] !== undefined) return true;
    const [step] = declaration.steps;
    if (step) add(declaration.index, 'member' in step ? step.member : '…', node);
    else {
      const { parent } = node;
      add(declaration.index, undefined, node);
      if (ts.isPropertyAccessExpression(parent) && !(ts.isCallExpression(parent.parent) && parent.parent.expression === parent))
        add(declaration.index, parent.name.text, node);
    }
    return true;
  });
  return [...read.values()].flatMap(({ isInside, ...found }) => (isInside ? [found] : []));
}

/** Whatever checks a whole request checks its body. */
function bodyOf(analysis: FileAnalysis, path: string | undefined): InputSource | undefined {
  if (path === undefined) return undefined;
  const { access } = analysis.resolver;
  const parts = [
    analysis.resolver.rewrite(path, 'body'),
    ...['json', 'formData'].map((name) => access.rewriteCall(access.rewrite(path, name))),
  ];
  return parts.map((part) => analysis.tables.read(part)?.input).find((input) => input !== undefined);
}

/** `{ body: req.body, query: req.query }` is checked as several parts. */
function partsIn(value: ts.Expression): ts.Expression[] {
  if (!ts.isObjectLiteralExpression(value)) return [value];
  return value.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? [bare(property.initializer)] : []));
}
