import { ts } from 'ts-morph';
import { boundNames, leaves, mentions } from '../syntax/flow';
import { bare, contains } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { schemaField } from './validation';

/** What only texts can do: asked of anything else that came as JSON, it throws. */
const ofTexts =
  /^(match|matchAll|search|trim|trimStart|trimEnd|toLowerCase|toUpperCase|startsWith|endsWith|split|charAt|charCodeAt|replace|replaceAll|normalize|localeCompare|padStart|padEnd)$/;

/** Is a value known to be a text at a place: did it do before what only texts do, or was it a field of what a schema let through? `is` knows the value. */
export function isProvenText(analysis: FileAnalysis, place: ts.Expression, is: (node: ts.Expression) => boolean): boolean {
  for (let fn = analysis.functionAround(place); fn; fn = fn.parent) {
    for (const call of fn.calls) {
      if (!ts.isCallExpression(call)) continue;
      if (isVerified(analysis, call, place, is)) return true;
      if (call.end > place.pos) continue;
      const callee = bare(call.expression);
      const isOfTexts =
        ts.isPropertyAccessExpression(callee) && ofTexts.test(callee.name.text) && is(callee.expression) && alwaysRunsBefore(call, place);
      if (isOfTexts || (isTextInSchema(analysis, call, is) && refusesOthers(analysis, call, place))) return true;
    }
  }
  return false;
}

/** Signed tokens are texts: what verifies one fails for anything else, also where it tells its callback, `jwt.verify(token, secret, (error) => …)`. */
function isVerified(analysis: FileAnalysis, call: ts.CallExpression, place: ts.Expression, is: (node: ts.Expression) => boolean): boolean {
  const [token] = call.arguments;
  if (!token || !is(token) || !analysis.site(call)?.role?.verify) return false;
  return (
    call.arguments.some((argument) => isFunctionNode(bare(argument)) && contains(argument, place)) ||
    (call.end <= place.pos && alwaysRunsBefore(call, place))
  );
}

/** Whoever is at the place has been at the call: nothing but blocks around both stands between them. */
function alwaysRunsBefore(call: ts.Node, place: ts.Node): boolean {
  for (let inner = call, outer = call.parent; outer; inner = outer, outer = outer.parent) {
    if (contains(outer, place)) return ts.isBlock(outer) || ts.isSourceFile(outer) || ts.isVariableDeclarationList(outer);
    if (isFunctionNode(outer) || ts.isIterationStatement(outer, false) || ts.isTryStatement(outer) || ts.isCaseClause(outer)) return false;
    if (ts.isIfStatement(outer) && outer.expression !== inner) return false;
    if (ts.isConditionalExpression(outer) && outer.condition !== inner) return false;
    if (ts.isBinaryExpression(outer) && outer.right === inner && /^(&&|\|\||\?\?)$/.test(outer.operatorToken.getText())) return false;
  }
  return false;
}

/** `schema.validate({ email })`, where the schema says that this is a text. */
function isTextInSchema(analysis: FileAnalysis, call: ts.CallExpression, is: (node: ts.Expression) => boolean): boolean {
  const validates = analysis.site(call)?.role?.validates;
  const argument = validates && call.arguments[validates.arg];
  const given = argument && analysis.resolver.deref(argument);
  if (!given || !ts.isObjectLiteralExpression(given)) return false;
  return given.properties.some((property) => {
    const value = ts.isShorthandPropertyAssignment(property)
      ? property.name
      : ts.isPropertyAssignment(property)
        ? property.initializer
        : undefined;
    return (
      value !== undefined &&
      property.name !== undefined &&
      is(value) &&
      schemaField(analysis, call, [property.name.getText(analysis.source)]) !== 'unknown'
    );
  });
}

/** Does a check throw, or does what it gives lead away from the place? */
function refusesOthers(analysis: FileAnalysis, call: ts.CallExpression, place: ts.Node): boolean {
  if (!alwaysRunsBefore(call, place)) return false;
  if (!analysis.site(call)?.role?.validates?.safe) return true;
  const declaration = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
  if (!ts.isVariableDeclaration(declaration)) return false;
  const names = new Set(boundNames(declaration.name));
  const tests = analysis.functionAround(call)?.ifs ?? [];
  return tests.some(
    (test) =>
      ts.isIfStatement(test) &&
      test.pos > call.pos &&
      test.end < place.pos &&
      mentions(test.expression, names) &&
      leaves(test.thenStatement),
  );
}
