import { ts } from 'ts-morph';
import type { SessionRead } from '../../model/facts';
import { boundNames, mentions } from '../../syntax/flow';
import { bare, walk } from '../../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../../syntax/outline';
import type { FileAnalysis } from '../analysis';
import { standing } from './sessionReads';

/** Does nothing but what is shown or where people are sent rest on the session, apart from queries that carry its token? */
export function isHarmless(analysis: FileAnalysis, node: ts.Node, fn: FunctionInfo): boolean {
  if (analysis.summary(fn)?.sinks.some(({ delegated }) => !delegated) !== false) return false;
  const statement = ts.findAncestor(node, ts.isVariableStatement);
  const names = new Set(statement?.declarationList.declarations.flatMap(({ name }) => boundNames(name)));
  if (names.size === 0 || !fn.node.body) return false;
  // Middleware that lets people in sends away whoever is left.
  if (analysis.placed.routes.some(({ route }) => route.shape === 'middleware') && !onlyForThem(fn.node.body, names)) return false;
  let refuses = false;
  walk(fn.node.body, (inner) => {
    if (!ts.isIdentifier(inner) || !names.has(inner.text) || isName(inner)) return !refuses;
    let end: ts.Expression = inner;
    while (ts.isPropertyAccessExpression(end.parent) && end.parent.expression === end) end = end.parent;
    const { parent } = end;
    if (ts.isPrefixUnaryExpression(parent) || (ts.isBinaryExpression(parent) && isEquality(parent.operatorToken.kind))) refuses = true;
    return !refuses;
  });
  return !refuses;
}

/** Is everything that sends somebody elsewhere said of those who have a session: in `if (session) { … }`, or under a name for that? */
function onlyForThem(body: ts.Node, names: ReadonlySet<string>): boolean {
  const all = new Set(names);
  let isSo = true;
  walk(body, (inner) => {
    if (ts.isVariableDeclaration(inner) && inner.initializer && mentions(inner.initializer, all))
      for (const name of boundNames(inner.name)) all.add(name);
    if (!ts.isCallExpression(inner) || !/redirect|rewrite|json|unauthorized|forbidden/i.test(inner.expression.getText())) return isSo;
    let child: ts.Node = inner;
    while (
      child !== body &&
      !(ts.isIfStatement(child.parent) && child.parent.thenStatement === child && mentions(child.parent.expression, all))
    )
      child = child.parent;
    if (child === body) isSo = false;
    return isSo;
  });
  return isSo;
}

function isEquality(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.EqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
}

export function isGivenBack(node: ts.Node): boolean {
  for (let current = node; current.parent && !isFunctionNode(current.parent); current = current.parent) {
    if (ts.isReturnStatement(current.parent)) return true;
    if (ts.isCallExpression(current.parent) || ts.isStatement(current.parent)) return false;
  }
  return false;
}

/** The identifier stands for a member or key, not for a value. */
export function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.initializer !== node)
  );
}

/** What people may do, as they wrote it themselves: `user.user_metadata.role`. One place in each function. */
export function ownWritten(analysis: FileAnalysis): SessionRead[] {
  const written = new Map(
    analysis.tables.selfWritten.flatMap(({ id, packages, names }) =>
      analysis.inForce(packages) ? names.map((name): [string, string] => [name, id]) : [],
    ),
  );
  if (written.size === 0) return [];
  const seen = new Set<FunctionInfo>();
  return analysis.outline.members.flatMap((node): SessionRead[] => {
    if (!ts.isPropertyAccessExpression(node) || !standing.test(node.name.text)) return [];
    const data = bare(node.expression);
    const library = ts.isPropertyAccessExpression(data) ? written.get(data.name.text) : undefined;
    const fn = analysis.functionAround(node);
    if (library === undefined || !fn || seen.has(fn) || !isCaller(analysis, (data as ts.PropertyAccessExpression).expression)) return [];
    // Written, not read.
    if (ts.isBinaryExpression(node.parent) && node.parent.left === node && node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      return [];
    seen.add(fn);
    return [
      {
        ...analysis.base(node),
        kind: 'sessionRead',
        library,
        label: analysis.label(node, 50),
        from: 'metadata',
        believed: decides(node, fn),
      },
    ];
  });
}

/** Somebody who was looked up or handed in may be anybody; who was just asked for is the caller. */
function isCaller(analysis: FileAnalysis, node: ts.Expression): boolean {
  let root = bare(node);
  while (ts.isPropertyAccessExpression(root) || ts.isCallExpression(root) || ts.isAwaitExpression(root)) root = bare(root.expression);
  const declaration = ts.isIdentifier(root) ? analysis.resolver.declarations.find(root) : undefined;
  if (declaration?.kind !== 'variable' || !declaration.node.initializer) return false;
  let asked = false;
  walk(declaration.node.initializer, (inner) => {
    if (ts.isCallExpression(inner) && analysis.site(inner)?.role?.verify) asked = true;
    return !asked;
  });
  return asked;
}

/** Does a condition only decide to which page somebody is sent, or give the value another name for the same? */
function onlyLeads(node: ts.Statement, names: ReadonlySet<string>): boolean {
  if (ts.isBlock(node)) return node.statements.length > 0 && node.statements.every((statement) => onlyLeads(statement, names));
  if (ts.isIfStatement(node)) return onlyLeads(node.thenStatement, names) && (!node.elseStatement || onlyLeads(node.elseStatement, names));
  const value = ts.isExpressionStatement(node) || ts.isReturnStatement(node) ? node.expression && bare(node.expression) : undefined;
  if (value && ts.isBinaryExpression(value))
    return (
      value.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isStringLiteral(value.right) &&
      (value.right.text.startsWith('/') || (ts.isIdentifier(value.left) && names.has(value.left.text)))
    );
  return value !== undefined && ts.isCallExpression(value) && /redirect|navigate/i.test(value.expression.getText());
}

/** `role === 'clinic' ? '/clinic' : '/patient'`: all that is chosen is a page. */
function choosesPage(node: ts.ConditionalExpression): boolean {
  return [node.whenTrue, node.whenFalse].every((branch) => {
    const value = bare(branch);
    return ts.isConditionalExpression(value) ? choosesPage(value) : ts.isStringLiteralLike(value) && value.text.startsWith('/');
  });
}

/** Does what the function does depend on the value: compared, in a condition, or kept under a name that is? */
function decides(node: ts.Expression, fn: FunctionInfo): SessionRead['believed'] {
  for (let current: ts.Node = node; current.parent && current !== fn.node; current = current.parent) {
    const { parent } = current;
    if (ts.isIfStatement(parent) && parent.expression === current) return 'present';
    const chosen = ts.isConditionalExpression(parent)
      ? parent
      : ts.isConditionalExpression(parent.parent) && parent.parent.condition === parent
        ? parent.parent
        : undefined;
    if (chosen && choosesPage(chosen)) return 'unknown';
    if (ts.isConditionalExpression(parent) && parent.condition === current) return 'present';
    if (ts.isBinaryExpression(parent) && /^[!=]==?$/.test(ts.tokenToString(parent.operatorToken.kind) ?? '')) return 'present';
    if (ts.isVariableDeclaration(parent)) {
      const names = new Set(boundNames(parent.name));
      let tested = false;
      if (fn.node.body)
        walk(fn.node.body, (inner) => {
          if (ts.isIfStatement(inner) && mentions(inner.expression, names)) {
            if (onlyLeads(inner, names)) return false;
            tested = true;
          }
          if (ts.isConditionalExpression(inner) && mentions(inner.condition, names)) {
            if (choosesPage(inner)) return false;
            tested = true;
          }
          if (ts.isBinaryExpression(inner) && /^[!=]==?$/.test(ts.tokenToString(inner.operatorToken.kind) ?? '') && mentions(inner, names))
            tested = true;
          return !tested;
        });
      return tested ? 'present' : 'unknown';
    }
    if (ts.isStatement(parent)) break;
  }
  return 'unknown';
}
