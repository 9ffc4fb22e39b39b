import { ts } from 'ts-morph';
import type { ErrorLeak } from '../model/facts';
import { leaves, mentions } from '../syntax/flow';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** Something that comes from a caught error, inside a larger expression. */
export interface CaughtValue {
  node: ts.Node;
  what: ErrorLeak['what'];
  narrowed: boolean;
}

/** Classes that say nothing of what went wrong. */
export const ownErrors = /^(Error|TypeError|RangeError|SyntaxError|ReferenceError|EvalError|URIError|AggregateError|Object)$/;
const environment =
  /NODE_ENV|APP_ENV|VERCEL_ENV|\benv\.VERCEL\b|\bisDev|\bIS_DEV|\bisProd|\bIS_PROD|\bDEBUG\b|\.debug\b|import\.meta\.env|(?:env|environment|stage)\b['")\]]*\s*[!=]==?\s*['"](?:dev|prod|local)/i;
/** Does a text look whether this is production? */
export function isEnvironmentTest(text: string): boolean {
  return environment.test(text);
}

const operational =
  /^(isOperational|expose|isPublic|userMessage|publicMessage|statusCode|status|isAppError|isCustom|type|name|code|constraint|digest|errors|issues|validation)$/;

/** What of an error a path takes, or undefined when it tells nothing of the inside. */
function whatOf(analysis: FileAnalysis, path: string | undefined): ErrorLeak['what'] | undefined {
  if (path === undefined) return undefined;
  const member = path.startsWith('caught#') ? path.slice('caught#'.length) : resultMember(analysis, path);
  if (member === undefined) return undefined;
  const first = member.split(/[.([]/)[0]!;
  if (member === '') return 'object';
  if (first === 'message' || first === 'toString' || first === 'sqlMessage' || first === 'originalError') return 'message';
  if (first === 'stack') return 'stack';
  if (/^(details?|hint|cause|sql|query|response|meta|error_description)$/.test(first))
    return first === 'response' && /status/.test(member) ? undefined : 'detail';
  return undefined;
}

/** The rest of a path below the error member of a result: database errors that do not throw. */
function resultMember(analysis: FileAnalysis, path: string): string | undefined {
  const dot = path.indexOf('.');
  if (dot === -1) return undefined;
  const result = analysis.tables.result(path.slice(0, dot));
  if (!result?.awaited || result.effect === 'auth') return undefined;
  const rest = path.slice(dot + 1);
  if (rest === result.error) return '';
  return rest.startsWith(`${result.error}.`) ? rest.slice(result.error.length + 1) : undefined;
}

/** Looks at another expression: `more` says that it is only reached for some errors, `through` is the variable that it was given to. */
type Again = (inner: ts.Expression, more?: boolean, through?: ts.VariableDeclaration) => CaughtValue[];

/** Values in an expression that come from a caught error and would reach whoever gets the expression. */
export function caughtValues(
  analysis: FileAnalysis,
  expression: ts.Expression,
  narrowed = false,
  depth = 8,
  variables: readonly ts.Node[] = [],
): CaughtValue[] {
  if (depth === 0) return [];
  const again: Again = (inner, more = false, through) =>
    caughtValues(analysis, inner, narrowed || more, depth - 1, through ? [...variables, through] : variables);
  const value = bare(expression);
  if (ts.isConditionalExpression(value)) {
    const refused = comparedStatus(analysis, value.condition);
    const more = refused !== undefined || narrows(analysis, value.condition);
    // Two ways to write the same text are one leak.
    return [...again(value.whenTrue, more && refused !== 'server'), ...again(value.whenFalse, more && refused !== 'client')].slice(0, 1);
  }
  if (ts.isBinaryExpression(value)) {
    switch (value.operatorToken.kind) {
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return again(value.right, narrows(analysis, value.left));
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.QuestionQuestionToken:
        return [...again(value.left), ...again(value.right)].slice(0, 1);
      case ts.SyntaxKind.PlusToken:
        return [...again(value.left), ...again(value.right)];
      default:
        return [];
    }
  }
  if (ts.isTemplateExpression(value)) return asText(value.templateSpans.flatMap((span) => again(span.expression))).slice(0, 1);
  if (ts.isObjectLiteralExpression(value)) return value.properties.flatMap((property) => propertyValues(property, again));
  if (ts.isArrayLiteralExpression(value))
    return value.elements.flatMap((element) => again(ts.isSpreadElement(element) ? element.expression : element));
  if (ts.isCallExpression(value)) return callValues(analysis, value, again, narrowed);
  if (ts.isIdentifier(value)) return identifierValues(analysis, value, again, narrowed, variables);
  if (ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value)) {
    const what = whatOf(analysis, analysis.resolver.pathOf(value));
    return what ? [{ node: value, what, narrowed }] : [];
  }
  return [];
}

/** An error that is made into a text gives its message. */
function asText(values: readonly CaughtValue[]): CaughtValue[] {
  return values.map((value) => (value.what === 'object' ? { ...value, what: 'message' } : value));
}

function propertyValues(property: ts.ObjectLiteralElementLike, again: Again): CaughtValue[] {
  if (ts.isPropertyAssignment(property)) return again(property.initializer);
  if (ts.isSpreadAssignment(property)) return again(property.expression);
  if (!ts.isShorthandPropertyAssignment(property)) return [];
  return again(property.name).map((found) => ({ ...found, node: property.name }));
}

function callValues(analysis: FileAnalysis, call: ts.CallExpression, again: Again, narrowed: boolean): CaughtValue[] {
  const path = analysis.resolver.pathOf(call.expression);
  if (path === 'global#String') return call.arguments[0] ? asText(again(call.arguments[0])) : [];
  if (path === 'global#JSON.stringify') return call.arguments[0] ? again(call.arguments[0]) : [];
  const what = whatOf(analysis, analysis.resolver.pathOf(call));
  if (what) return [{ node: call, what, narrowed }];
  const callee = bare(call.expression);
  // Texts stay what they are through their own methods.
  if (ts.isPropertyAccessExpression(callee) && /^(slice|substring|trim|toString|concat|replace|toLowerCase)$/.test(callee.name.text))
    return again(callee.expression);
  // `getErrorMessage(error)`
  const whole = call.arguments.map((argument) => again(argument).find(({ what }) => what === 'object'));
  if (!whole.some((error) => error !== undefined)) return [];
  const told = analysis.summaryOf(analysis.resolver.functionOf(callee)?.ref)?.tellsError;
  const error = told === undefined ? undefined : whole[told];
  return error ? [{ node: call, what: 'message', narrowed: error.narrowed }] : [];
}

function identifierValues(
  analysis: FileAnalysis,
  name: ts.Identifier,
  again: Again,
  narrowed: boolean,
  variables: readonly ts.Node[],
): CaughtValue[] {
  const declaration = analysis.resolver.declarations.find(name);
  if (declaration?.kind === 'variable') {
    const { node } = declaration;
    // `text = text + line`: what it holds is in the other things that it was given.
    if (variables.includes(node)) return [];
    const assigned = (analysis.outline.assignments.get(name.text) ?? []).filter((assignment) => {
      const found = analysis.resolver.declarations.find(assignment.left as ts.Identifier);
      return found?.kind === 'variable' && found.node === declaration.node;
    });
    const own = declaration.steps.length === 0 ? declaration.node.initializer : undefined;
    const sources = [...(own ? [own] : []), ...assigned.map((assignment) => assignment.right)];
    const what = declaration.steps.length > 0 ? whatOf(analysis, analysis.resolver.pathOf(name)) : undefined;
    const found = [
      ...(what ? [{ node: name, what, narrowed }] : []),
      ...sources.flatMap((source) => {
        const values = again(source, false, node);
        return values.length > 0 && isNarrowed(analysis, source) ? values.map((value) => ({ ...value, narrowed: true })) : values;
      }),
    ];
    if (found.length === 0) return found;
    // A later general text under a condition takes the detail away where it matters.
    const members = analysis.outline.memberAssignments.filter((assignment) => isMemberOf(analysis, assignment.left, node));
    const replaced = [...assigned, ...members].some(
      ({ right, left }) =>
        !mentions(right, new Set([name.text])) && again(right, false, node).length === 0 && isNarrowed(analysis, left.parent),
    );
    return found.map((one) => ({ ...one, node: name, narrowed: one.narrowed || replaced }));
  }
  const what = whatOf(analysis, analysis.resolver.pathOf(name));
  return what ? [{ node: name, what, narrowed }] : [];
}

/** Is `x.message` a member of what a declaration holds? */
function isMemberOf(analysis: FileAnalysis, node: ts.Expression, owner: ts.VariableDeclaration): boolean {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return false;
  const found = analysis.resolver.declarations.find(node.expression);
  return found?.kind === 'variable' && found.node === owner;
}

/**
 * Whose failure a comparison of a status with 500 is true for: `status < 500` says that the caller's request was refused, `status >= 500`
 * that the server failed. The status comes from the error.
 */
function comparedStatus(analysis: FileAnalysis, condition: ts.Expression): 'client' | 'server' | undefined {
  const value = behind(analysis, condition);
  if (!ts.isBinaryExpression(value)) return undefined;
  const limit = bare(value.right);
  if (!ts.isNumericLiteral(limit) || !/^(?:499|500)$/.test(limit.text) || !narrows(analysis, behind(analysis, value.left)))
    return undefined;
  switch (value.operatorToken.kind) {
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return 'client';
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return 'server';
    default:
      return undefined;
  }
}

/** What a constant holds: `const isRefused = status < 500`. */
function behind(analysis: FileAnalysis, node: ts.Expression): ts.Expression {
  const value = bare(node);
  return ts.isIdentifier(value) ? bare(analysis.resolver.deref(value, 1)) : value;
}

/** Does a condition single out errors of the application's own making, or an environment? */
export function narrows(analysis: FileAnalysis, condition: ts.Expression): boolean {
  if (environment.test(condition.getText(analysis.source))) return true;
  let found = false;
  const isCaught = (node: ts.Expression) => analysis.resolver.pathOf(bare(node))?.startsWith('caught#') ?? false;
  walk(condition, (node) => {
    if (found || isFunctionNode(node)) return false;
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      if (operator === ts.SyntaxKind.InstanceOfKeyword && isCaught(node.left))
        found = !ownErrors.test(bare(node.right).getText(analysis.source));
      else if (
        ts.isPropertyAccessExpression(bare(node.left)) &&
        isCaught(node.left) &&
        /^(===?|!==?)$/.test(ts.tokenToString(operator) ?? '')
      )
        found = true;
    } else if (ts.isCallExpression(node)) {
      const callee = bare(node.expression);
      found = node.arguments.some(isCaught) || (ts.isPropertyAccessExpression(callee) && isCaught(callee.expression));
    } else if (ts.isPropertyAccessExpression(node) && operational.test(node.name.text) && isCaught(node)) found = true;
    else if (
      ts.isPropertyAccessExpression(node) &&
      ts.isIdentifier(bare(node.expression)) &&
      operational.test(node.name.text) &&
      isCaught(node.expression)
    )
      found = true;
    return !found;
  });
  return found;
}

function singlesOut(analysis: FileAnalysis, condition: ts.Expression): boolean {
  return comparedStatus(analysis, condition) !== undefined || narrows(analysis, condition);
}

function isNegated(analysis: FileAnalysis, condition: ts.Expression): boolean {
  const value = bare(condition);
  const refused = comparedStatus(analysis, value);
  if (refused !== undefined) return refused === 'server';
  return (
    (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken) ||
    (ts.isBinaryExpression(value) && /^!==?$/.test(ts.tokenToString(value.operatorToken.kind) ?? ''))
  );
}

/** Is a place only reached for errors that were singled out, or in one environment? */
export function isNarrowed(analysis: FileAnalysis, node: ts.Node): boolean {
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(child) && !ts.isCatchClause(child); child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) && child !== parent.expression && singlesOut(analysis, parent.expression)) {
      if (
        environment.test(parent.expression.getText(analysis.source)) ||
        isNegated(analysis, parent.expression) === (child === parent.elseStatement)
      )
        return true;
    }
    if (ts.isCaseClause(parent) && child !== parent.expression) {
      const subject = parent.parent.parent.expression;
      if (analysis.resolver.pathOf(bare(subject))?.startsWith('caught#') || subject.kind === ts.SyntaxKind.TrueKeyword) return true;
    }
    if (ts.isBlock(parent)) {
      for (const statement of parent.statements) {
        if (statement === child) break;
        if (!ts.isIfStatement(statement) || !leaves(statement.thenStatement) || !singlesOut(analysis, statement.expression)) continue;
        if (isNegated(analysis, statement.expression) || environment.test(statement.expression.getText(analysis.source))) return true;
      }
    }
  }
  return false;
}
