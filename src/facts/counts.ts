import { ts } from 'ts-morph';
import { bare, constantString, propertyOf } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';
import { chainOf } from './queryChain';
import { recordChanges } from './recordChanges';

/** Numbers that say how often something was looked at. */
const counter =
  /^(vistas?|visitas?|visualiza(?:ciones|[çc][õo]es)|descargas?|cliques|clics)$|^(views?|downloads?|plays?|clicks?|visits?|hits?|impressions?|opens?|reads?)(_?(count|counter|total))?$|^(total|num)_?(views|downloads|plays|clicks|visits|impressions)$/i;
/** When that was, beside the number. */
const lookedAt = /^(last_?)?(viewed|visited|clicked)_?at$|^updated_?at$/i;

/** Does a call change nothing but how often something was looked at? */
export function counts(analysis: FileAnalysis, site: CallSite): boolean {
  const calls = callsOf(site);
  if (calls.some((call) => /^increment$/.test(nameOf(call)) && isCounter(columnGiven(call)))) return true;
  const written = writtenBy(site);
  if (written.length > 0)
    return written.every((object) =>
      object.every(({ name, value }) => (isCounter(name) ? value !== undefined && isStep(value) : lookedAt.test(name))),
    );
  const changes = recordChanges(analysis, site);
  return (
    changes !== undefined &&
    changes.some(({ member }) => isCounter(member)) &&
    changes.every(({ member, value, step }) =>
      isCounter(member)
        ? step === true || (value !== undefined && !ts.isNumericLiteral(bare(value)) && isStep(value))
        : lookedAt.test(member),
    )
  );
}

/** Is it the name of a number that says how often something was looked at: `views`, `downloadCount`? */
export function isCounter(name: string): boolean {
  return counter.test(name);
}

/** A column and what is written into it; nothing where that cannot be told. */
export interface WrittenColumn {
  name: string;
  value?: ts.Expression;
}

/** `data: { views: { increment: 1 } }`, `{ $inc: { views: 1 } }`, `.set({ views: sql`${posts.views} + 1` })`: the columns of each object that a query writes. */
export function writtenBy(site: CallSite): WrittenColumn[][] {
  return callsOf(site).flatMap((call) => {
    const [first, second] = call.arguments ?? [];
    const data = propertyOf(first, 'data');
    if (data) return [columnsOf(data)];
    if (nameOf(call) === 'set' && first) return [columnsOf(first)];
    const changes = [first, second].flatMap((argument) => operatorsIn(argument));
    if (changes.length === 0) return [];
    return [changes.flatMap(({ name, value }) => (name === '$inc' ? columnsOf(value) : [{ name }]))];
  });
}

/** Operators of an update of documents: `{ $inc: { views: 1 }, $push: { viewers: id } }`. */
export function operatorsIn(argument: ts.Expression | undefined): { name: string; value: ts.Expression }[] {
  const object = argument && bare(argument);
  if (!object || !ts.isObjectLiteralExpression(object)) return [];
  return object.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) && !ts.isComputedPropertyName(property.name) && /^\$(?!or$|and$|nor$|expr$)/.test(property.name.text)
      ? [{ name: property.name.text, value: property.initializer }]
      : [],
  );
}

/** The columns of an object; one without a name where it is not written out. */
export function columnsOf(value: ts.Node): WrittenColumn[] {
  const object = ts.isExpression(value) ? bare(value) : value;
  if (!ts.isObjectLiteralExpression(object) || object.properties.length === 0) return [{ name: '' }];
  return object.properties.map((property) => {
    if (ts.isShorthandPropertyAssignment(property)) return { name: property.name.text, value: property.name };
    if (ts.isPropertyAssignment(property) && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)))
      return { name: property.name.text, value: property.initializer };
    return { name: '' };
  });
}

/** Calls that a query is put together from, with what is given to them. */
export function callsOf({ node }: CallSite): (ts.CallExpression | ts.NewExpression)[] {
  const { before, after } = chainOf(node);
  return [node, ...before.map((call) => call.node), ...after.map((call) => call.node)];
}

export function nameOf(call: ts.CallExpression | ts.NewExpression): string {
  const callee = bare(call.expression);
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
}

function columnGiven(call: ts.CallExpression | ts.NewExpression): string {
  return (call.arguments ?? []).map((argument) => constantString(argument) ?? '').find((text) => text !== '') ?? '';
}

/** One more than there was. */
export function isStep(value: ts.Expression): boolean {
  const given = bare(value);
  if (ts.isNumericLiteral(given)) return true;
  if (ts.isObjectLiteralExpression(given)) return propertyOf(given, 'increment') !== undefined && given.properties.length === 1;
  if (ts.isTaggedTemplateExpression(given)) return /\+\s*1\b/.test(given.template.getText());
  return ts.isBinaryExpression(given) && given.operatorToken.kind === ts.SyntaxKind.PlusToken && bare(given.right).getText() === '1';
}
