import { ts } from 'ts-morph';
import { callsBelow } from '../syntax/flow';
import { bare, constantString, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { isSentInBody } from './sentInBody';

/** Methods that a condition names: `req.method !== 'GET'`, `['GET', 'HEAD'].includes(req.method)`. */
export function methodTestIn(analysis: FileAnalysis, expression: ts.Expression): { negated: boolean; names: string[] } | undefined {
  const isMethod = (node: ts.Node) =>
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'method' &&
    /^(req|request|ctx|c|event|context)\b/.test(node.getText(analysis.source));
  let found: { negated: boolean; names: string[] } | undefined;
  const add = (negated: boolean, names: (string | undefined)[]): void => {
    const known = names.filter((name) => name !== undefined).map((name) => name.toUpperCase());
    if (found) found.names.push(...known);
    else found = { negated, names: known };
  };
  const visit = (node: ts.Expression, negated: boolean): void => {
    const value = bare(node);
    if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken) return visit(value.operand, !negated);
    if (ts.isBinaryExpression(value)) {
      const operator = value.operatorToken.getText(analysis.source);
      if (operator === '&&' || operator === '||') {
        visit(value.left, negated);
        return visit(value.right, negated);
      }
      if (/^[!=]==?$/.test(operator) && (isMethod(bare(value.left)) || isMethod(bare(value.right))))
        add(operator.startsWith('!') ? !negated : negated, [constantString(value.right) ?? constantString(value.left)]);
    } else if (
      ts.isCallExpression(value) &&
      value.arguments.some((argument) => isMethod(bare(argument))) &&
      ts.isPropertyAccessExpression(value.expression)
    ) {
      const list = analysis.resolver.deref(value.expression.expression);
      const elements = ts.isArrayLiteralExpression(list)
        ? list.elements
        : ts.isNewExpression(list) && list.arguments?.[0] && ts.isArrayLiteralExpression(list.arguments[0])
          ? list.arguments[0].elements
          : [];
      if (elements.length > 0)
        add(
          negated,
          elements.map((element) => constantString(element)),
        );
    }
  };
  visit(expression, false);
  return found && found.names.length > 0 ? found : undefined;
}

/** The part of a condition that depends on the path: whether it is negated, and the path prefixes it names. */
export function pathTestIn(analysis: FileAnalysis, expression: ts.Expression): { negated: boolean; paths: string[] } | undefined {
  let found: { negated: boolean; paths: string[] } | undefined;
  const visit = (node: ts.Node, negated: boolean): void => {
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return visit(node.operand, !negated);
    if (
      ts.isBinaryExpression(node) &&
      (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken || node.operatorToken.kind === ts.SyntaxKind.BarBarToken)
    ) {
      visit(node.left, negated);
      return visit(node.right, negated);
    }
    if (ts.isParenthesizedExpression(node)) return visit(node.expression, negated);
    if (!mentionsPath(analysis, node, 3)) return;
    const paths = asksEntry(analysis, node, 3) ? [] : [...pathsIn(analysis, node), ...pathsAskedOf(analysis, node)];
    const unequal = ts.isBinaryExpression(node) && /^!==?$/.test(node.operatorToken.getText(analysis.source));
    if (found) found.paths.push(...paths);
    else found = { negated: unequal ? !negated : negated, paths };
  };
  visit(expression, false);
  return found;
}

/** Is something asked that a table says of a path: `table.get(req.path)?.authenticated`? The paths in it may mean one thing or the other. */
function asksEntry(analysis: FileAnalysis, node: ts.Node, depth: number): boolean {
  let found = false;
  walk(node, (inner) => {
    if (found) return false;
    if (ts.isPropertyAccessExpression(inner) && isEntry(analysis, bare(analysis.resolver.deref(inner.expression, 1)))) found = true;
    else if (ts.isIdentifier(inner) && depth > 0) {
      const behind = analysis.resolver.deref(inner, 1);
      found = behind !== inner && !isFunctionNode(behind) && asksEntry(analysis, behind, depth - 1);
    }
    return !found;
  });
  return found;
}

/** `table.get(req.path)`, `table[req.path]` */
function isEntry(analysis: FileAnalysis, value: ts.Expression): boolean {
  if (ts.isElementAccessExpression(value)) return mentionsPath(analysis, value.argumentExpression, 2);
  const [key] =
    ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression) && value.expression.name.text === 'get'
      ? value.arguments
      : [];
  return key !== undefined && mentionsPath(analysis, key, 2);
}

export function mentionsPath(analysis: FileAnalysis, node: ts.Node, depth: number): boolean {
  let found = false;
  walk(node, (inner) => {
    if (found || !ts.isExpression(inner)) return !found;
    // What stands behind the question mark of an address is no part of its path.
    if (ts.isPropertyAccessExpression(inner) && inner.name.text === 'searchParams') return false;
    if (ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner)) {
      if (analysis.tables.read(analysis.resolver.pathOf(inner))?.path) found = true;
      else if (ts.isIdentifier(inner) && depth > 0) {
        const behind = analysis.resolver.deref(inner, 1);
        if (behind !== inner && !isFunctionNode(behind) && mentionsPath(analysis, behind, depth - 1)) found = true;
        else if (behind !== inner && isSetByPath(analysis, inner, depth - 1)) found = true;
      }
    } else if (
      ts.isCallExpression(inner) &&
      (analysis.summaryOf(analysis.resolver.functionOf(inner.expression)?.ref)?.paths?.length ?? 0) > 0 &&
      !isAboutBody(analysis, inner)
    )
      found = true;
    return !found;
  });
  return found;
}

/** Is a function asked about a path that somebody sent in a body, and not about that of the request: `isAllowed(body.path)`? */
function isAboutBody(analysis: FileAnalysis, call: ts.CallExpression): boolean {
  return call.arguments.length > 0 && call.arguments.every((argument) => isSentInBody(analysis, argument));
}

/** Does a name get its value where the path was looked at: `let closed = false; if (req.path.startsWith('/admin')) closed = true;`? */
function isSetByPath(analysis: FileAnalysis, name: ts.Identifier, depth: number): boolean {
  const assignments = depth > 0 ? (analysis.outline.assignments.get(name.text) ?? []) : [];
  const declaration = assignments.length > 0 ? analysis.resolver.declarations.find(name) : undefined;
  return (
    declaration?.kind === 'variable' &&
    assignments.some((assignment) => {
      const target = ts.isIdentifier(assignment.left) ? analysis.resolver.declarations.find(assignment.left) : undefined;
      if (target?.kind !== 'variable' || target.node !== declaration.node) return false;
      if (mentionsPath(analysis, assignment.right, depth - 1)) return true;
      for (let parent: ts.Node = assignment.parent; !isFunctionNode(parent) && !ts.isSourceFile(parent); parent = parent.parent) {
        if (ts.isIfStatement(parent) && mentionsPath(analysis, parent.expression, depth - 1)) return true;
      }
      return false;
    })
  );
}

/** Path prefixes that a small function speaks of whose name says that it decides by path. */
export function pathsNamedBy(analysis: FileAnalysis, fn: FunctionInfo): string[] {
  const { body } = fn.node;
  return body && body.end - body.pos < 2000 && /route|path|public|protected|url|endpoint/i.test(fn.name) ? pathsIn(analysis, body) : [];
}

function pathsAskedOf(analysis: FileAnalysis, node: ts.Node): string[] {
  return callsBelow(node).flatMap((call) => analysis.summaryOf(analysis.resolver.functionOf(call.expression)?.ref)?.paths ?? []);
}

/** Path prefixes written in an expression, or in the constants that it names. */
function pathsIn(analysis: FileAnalysis, node: ts.Node, depth = 3): string[] {
  const paths: string[] = [];
  walk(node, (inner) => {
    if (ts.isStringLiteral(inner) || ts.isNoSubstitutionTemplateLiteral(inner)) {
      if (inner.text.startsWith('/') && inner.text.length > 1)
        paths.push(inner.text.replace(/\/?\(\.\*\)$|\/?\*+$|\/:\w+\*$/, '').replace(/(.)\/$/, '$1') || '/');
      return false;
    }
    if (ts.isIdentifier(inner) && depth > 0 && !(ts.isPropertyAccessExpression(inner.parent) && inner.parent.name === inner)) {
      const behind = bare(analysis.resolver.deref(inner, 1));
      if (behind !== inner && !isFunctionNode(behind)) paths.push(...pathsIn(analysis, behind, depth - 1));
    }
    return true;
  });
  return [...new Set(paths)];
}
