import { ts } from 'ts-morph';
import type { ResultUse } from '../../model/facts';
import type { ResultRole } from '../../model/library';
import { boundNames, dispositionOf } from '../../syntax/flow';
import { bare, walk, whole } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { FileAnalysis } from '../analysis';

export function errorOf(analysis: FileAnalysis, node: ts.Expression, role: ResultRole): ResultUse['error'] {
  const disposition = dispositionOf(node);
  switch (disposition.kind) {
    case 'ignored':
      return role.awaited && isOnlyExtended(analysis, node) ? 'unknown' : 'ignored';
    case 'bound':
      return errorOfPattern(analysis, disposition.name, disposition.declaration, role);
    case 'assigned': {
      const target = bare(disposition.target);
      if (ts.isIdentifier(target)) return errorOfName(analysis, target, role);
      if (ts.isObjectLiteralExpression(target))
        return target.properties.some((property) => property.name?.getText(analysis.source) === role.error) ? 'checked' : 'omitted';
      return 'unknown';
    }
    case 'returned':
      return 'passed-on';
    case 'member':
      if (disposition.name === 'then' || disposition.name === 'catch' || disposition.name === 'finally')
        return errorOfThen(analysis, disposition.access, role);
      if (isTelling(role, disposition.name)) return 'checked';
      if (role.success !== undefined && isTested(disposition.access)) return 'checked';
      return role.awaited && whole(node).parent && !ts.isAwaitExpression(bareAwait(node)) ? 'unknown' : 'omitted';
    case 'element':
      return errorOfElement(analysis, node, role);
    case 'argument':
      return 'passed-on';
    default:
      return 'unknown';
  }
}

/** Is it a member of a result that says whether it failed? */
function isTelling(role: ResultRole, name: string): boolean {
  return name === role.error || name === role.success || role.tells?.includes(name) === true;
}

/** `query.eq('owner', id);` adds to a query that is sent later, where its name is awaited. */
function isOnlyExtended(analysis: FileAnalysis, node: ts.Expression): boolean {
  if (ts.isAwaitExpression(whole(node)) || ts.isAwaitExpression(node.parent)) return false;
  let root = bare(node);
  while (ts.isCallExpression(root) || ts.isPropertyAccessExpression(root)) root = bare(root.expression);
  if (!ts.isIdentifier(root)) return false;
  const declaration = analysis.resolver.declarations.find(root);
  if (
    declaration?.kind !== 'variable' ||
    analysis.functionAround(declaration.node) !== analysis.functionAround(node) ||
    !declaration.node.initializer
  )
    return false;
  const made = bare(declaration.node.initializer);
  return ts.isCallExpression(made) && analysis.tables.result(analysis.resolver.pathOf(made))?.awaited === true;
}

/** The whole of a chain of calls that begins with a name: `query.order('id').maybeSingle()`. */
function chainFrom(name: ts.Identifier): ts.CallExpression | undefined {
  let end: ts.Expression = name;
  let call: ts.CallExpression | undefined;
  while (
    ts.isPropertyAccessExpression(end.parent) &&
    end.parent.expression === end &&
    ts.isCallExpression(end.parent.parent) &&
    end.parent.parent.expression === end.parent &&
    !/^(then|catch|finally)$/.test(end.parent.name.text)
  ) {
    call = end.parent.parent;
    end = call;
  }
  return call;
}

function bareAwait(node: ts.Expression): ts.Node {
  let current: ts.Node = node;
  while (current.parent && (ts.isParenthesizedExpression(current.parent) || ts.isAsExpression(current.parent))) current = current.parent;
  return current.parent && ts.isAwaitExpression(current.parent) ? current.parent : current;
}

function errorOfPattern(analysis: FileAnalysis, name: ts.BindingName, declaration: ts.Node, role: ResultRole): ResultUse['error'] {
  if (ts.isIdentifier(name)) return errorOfName(analysis, name, role);
  if (ts.isArrayBindingPattern(name)) return 'unknown';
  let taken: ts.BindingElement | undefined;
  for (const element of name.elements) {
    if (element.dotDotDotToken) return 'unknown';
    const key = element.propertyName ?? element.name;
    if (ts.isIdentifier(key) && isTelling(role, key.text)) taken = element;
  }
  if (!taken) return role.success !== undefined && isTestedBeyond(analysis, declaration, new Set(boundNames(name))) ? 'checked' : 'omitted';
  const names = new Set(boundNames(taken.name));
  return mentionsBeyond(analysis, declaration, names) ? 'checked' : 'unread';
}

/** A schema gives data or nothing: whoever asks whether it is there knows. */
function isTested(node: ts.Expression): boolean {
  const value = whole(node);
  const parent = value.parent;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isIfStatement(parent)) return parent.expression === value;
  if (ts.isConditionalExpression(parent)) return parent.condition === value;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.expression === value && parent.questionDotToken !== undefined;
  if (!ts.isBinaryExpression(parent)) return false;
  if (/^(&&|\|\||\?\?)$/.test(parent.operatorToken.getText())) return parent.left === value;
  return /^[!=]==?$/.test(parent.operatorToken.getText()) && /^(null|undefined)$/.test(parent.right.getText());
}

function isTestedBeyond(analysis: FileAnalysis, declaration: ts.Node, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(analysis.functionAround(declaration)?.node.body ?? analysis.source, (node) => {
    if (node === declaration || found) return false;
    found = ts.isIdentifier(node) && names.has(node.text) && isTested(node);
    return !found;
  });
  return found;
}

/** Is one of the names used anywhere in the function besides its own declaration? */
function mentionsBeyond(analysis: FileAnalysis, declaration: ts.Node, names: ReadonlySet<string>): boolean {
  const body = analysis.functionAround(declaration)?.node.body ?? analysis.source;
  let found = false;
  walk(body, (node) => {
    if (found || node === declaration) return false;
    if (
      ts.isIdentifier(node) &&
      names.has(node.text) &&
      !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
      !ts.isBindingElement(node.parent)
    ) {
      found = !(ts.isPropertyAssignment(node.parent) && node.parent.name === node);
    }
    return !found;
  });
  return found;
}

function errorOfName(analysis: FileAnalysis, name: ts.Identifier, role: ResultRole): ResultUse['error'] {
  const declaration = analysis.resolver.declarations.find(name);
  const body = analysis.functionAround(name)?.node.body ?? analysis.source;
  let reads = false;
  let verdict: ResultUse['error'] | undefined;
  walk(body, (node) => {
    if (verdict) return false;
    if (!ts.isIdentifier(node) || node.text !== name.text || node === name) return true;
    if (analysis.resolver.declarations.find(node) !== declaration && declaration) return true;
    const parent = node.parent;
    const chain = role.awaited ? chainFrom(node) : undefined;
    if (chain) {
      // The query goes on here: `const { data, error } = await query.maybeSingle()`, `const page = await query.range(0, 9)`.
      const disposition = dispositionOf(chain);
      if (disposition.kind === 'bound') {
        const use = errorOfPattern(analysis, disposition.name, disposition.declaration, role);
        if (use !== 'omitted') verdict = use;
        else reads = true;
      } else if (disposition.kind === 'returned' || disposition.kind === 'argument') verdict = 'passed-on';
      else reads = true;
      return true;
    }
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      if (isTelling(role, parent.name.text) || (role.success !== undefined && isTested(parent))) verdict = 'checked';
      else reads = true;
    } else if (ts.isPropertyAccessExpression(parent) || (ts.isPropertyAssignment(parent) && parent.name === node)) return true;
    else if (ts.isVariableDeclaration(parent) && parent.initializer === node)
      verdict = errorOfPattern(analysis, parent.name, parent, role) === 'checked' ? 'checked' : 'omitted';
    else if (ts.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) return true;
    else verdict = 'passed-on';
    return true;
  });
  return verdict ?? (reads ? 'omitted' : 'ignored');
}

function errorOfThen(analysis: FileAnalysis, access: ts.PropertyAccessExpression, role: ResultRole): ResultUse['error'] {
  if (access.name.text !== 'then' || !ts.isCallExpression(access.parent)) return 'unknown';
  const callback = access.parent.arguments[0] && bare(access.parent.arguments[0]);
  if (!callback || !isFunctionNode(callback)) return callback ? 'passed-on' : 'unknown';
  const first = callback.parameters[0];
  if (!first) return 'ignored';
  return ts.isIdentifier(first.name) ? errorOfParameter(callback, first.name, role) : errorOfPattern(analysis, first.name, first, role);
}

function errorOfParameter(callback: ts.Node, name: ts.Identifier, role: ResultRole): ResultUse['error'] {
  let verdict: ResultUse['error'] = 'ignored';
  walk(callback, (node) => {
    if (!ts.isIdentifier(node) || node.text !== name.text || node === name) return true;
    const parent = node.parent;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      if (isTelling(role, parent.name.text)) verdict = 'checked';
      else if (verdict === 'ignored') verdict = 'omitted';
    } else if (verdict !== 'checked') verdict = 'passed-on';
    return true;
  });
  return verdict;
}

/** `const [a, b] = await Promise.all([…])`: the result goes where its position leads. */
function errorOfElement(analysis: FileAnalysis, node: ts.Expression, role: ResultRole): ResultUse['error'] {
  const value = whole(node);
  const list = value.parent;
  if (!list || !ts.isArrayLiteralExpression(list)) return 'passed-on';
  const disposition = dispositionOf(list);
  if (disposition.kind !== 'argument' || !/^Promise\.(all|allSettled)$/.test(disposition.call.expression.getText(analysis.source)))
    return 'passed-on';
  const all = dispositionOf(disposition.call as ts.CallExpression);
  if (all.kind === 'ignored') return 'ignored';
  if (all.kind !== 'bound' || !ts.isArrayBindingPattern(all.name)) return 'passed-on';
  const element = all.name.elements[list.elements.indexOf(value)];
  if (!element || !ts.isBindingElement(element)) return 'ignored';
  // What `allSettled` gives has a status of its own, and holds the result.
  if (disposition.call.expression.getText(analysis.source).endsWith('allSettled'))
    return ts.isIdentifier(element.name) ? errorOfSettled(analysis, element.name, role) : 'passed-on';
  return errorOfPattern(analysis, element.name, all.declaration, role);
}

/** `answer.value.error`, `const { error } = answer.value`, `answer.value` handed on. */
function errorOfSettled(analysis: FileAnalysis, name: ts.Identifier, role: ResultRole): ResultUse['error'] {
  const declaration = analysis.resolver.declarations.find(name);
  let verdict: ResultUse['error'] = 'omitted';
  const better = (found: ResultUse['error']): void => {
    if (found === 'checked' || verdict === 'omitted') verdict = found;
  };
  walk(analysis.functionAround(name)?.node.body ?? analysis.source, (node) => {
    if (!ts.isIdentifier(node) || node === name || node.text !== name.text || analysis.resolver.declarations.find(node) !== declaration)
      return true;
    const access = node.parent;
    if (!ts.isPropertyAccessExpression(access) || access.expression !== node) better('passed-on');
    else if (access.name.text === 'value') {
      const { parent } = whole(access);
      if (ts.isPropertyAccessExpression(parent)) {
        if (isTelling(role, parent.name.text)) verdict = 'checked';
      } else if (ts.isVariableDeclaration(parent)) better(errorOfPattern(analysis, parent.name, parent, role));
      else better('passed-on');
    }
    return true;
  });
  return verdict;
}
