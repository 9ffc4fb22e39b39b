import { ts } from 'ts-morph';
import type { ResultUse } from '../../model/facts';
import type { ResultRole } from '../../model/library';
import { boundNames, dispositionOf, following, leaves, mentions } from '../../syntax/flow';
import { bare, walk, whole } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { FileAnalysis } from '../analysis';
import { absentName, alternatives } from '../conditions';
import { isOneOff } from '../serverCode';

const deliberateComment =
  /fire[- ]and[- ]forget|best[- ]effort|non[- ]?(critical|blocking)|informational|ignor(e|ing) (the )?(error|result|failure)|don'?t care|optional|analytics/i;

/** Every place where the result of a call that reports failure in its result is consumed, or not. */
export function recogniseResultUses(analysis: FileAnalysis): ResultUse[] {
  const facts: ResultUse[] = [];
  // Whoever starts a repair by hand sees what came of it.
  if (!analysis.tables.traces.test(analysis.text) || isOneOff(analysis)) return facts;
  for (const { node } of analysis.sites) {
    if (isInsideChain(node)) continue;
    const role = analysis.tables.result(analysis.resolver.pathOf(node));
    if (role) facts.push(useOf(analysis, node, role));
  }
  return facts;
}

/** A call whose value is only the receiver of a further call of the same chain. */
function isInsideChain(node: ts.Node): boolean {
  const parent = node.parent;
  return (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === node &&
    ts.isCallExpression(parent.parent) &&
    !/^(then|catch|finally)$/.test(parent.name.text)
  );
}

function useOf(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression, role: ResultRole & { library: string }): ResultUse {
  return {
    ...analysis.base(node),
    kind: 'resultUse',
    library: role.library,
    label: labelOf(analysis, node),
    effect: role.effect,
    error: errorOf(analysis, node, role),
    errorName: role.error,
    deliberate: isDeliberate(analysis, node),
    ...(isClient(analysis) ? { client: true } : {}),
    ...(role.minor ? { minor: true } : {}),
    optionalRow: role.optionalRow ?? false,
    ...(isAnswered(analysis, node) ? { answered: true as const } : {}),
  };
}

/** Does the next step that looks at what came end the function where nothing did? */
function isAnswered(analysis: FileAnalysis, node: ts.Expression): boolean {
  const disposition = dispositionOf(node);
  if (disposition.kind !== 'bound' || !ts.isObjectBindingPattern(disposition.name)) return false;
  const names = new Set(boundNames(disposition.name));
  const statement = disposition.declaration.parent.parent;
  if (!ts.isVariableStatement(statement)) return false;
  const next = following(statement).find((statement) => mentions(statement, names));
  return (
    next !== undefined &&
    ts.isIfStatement(next) &&
    ends(analysis, next.thenStatement) &&
    alternatives(next.expression).some((part) => names.has(absentName(part) ?? ''))
  );
}

function ends(analysis: FileAnalysis, branch: ts.Statement): boolean {
  if (leaves(branch)) return true;
  const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
  const call = last && ts.isExpressionStatement(last) ? bare(last.expression) : undefined;
  return call !== undefined && ts.isCallExpression(call) && analysis.site(call)?.role?.leaves !== undefined;
}

/** Code that runs in a browser: by its place, or because it is a component or a hook. */
function isClient(analysis: FileAnalysis): boolean {
  if (analysis.context.side !== 'unknown') return analysis.context.side === 'client';
  return analysis.file.endsWith('x') && analysis.imports.has('react');
}

/** `supabase.from('orders').insert`: the chain up to the call that says what it does. */
function labelOf(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): string {
  let current: ts.Expression = node;
  let text = '';
  while (ts.isCallExpression(current) && ts.isPropertyAccessExpression(current.expression)) {
    const role = analysis.site(current)?.role;
    if (role?.data || role?.verify) text = analysis.label(current.expression, 70);
    current = bare(current.expression.expression);
  }
  return (text || analysis.label(node.expression, 70)).replace(/\s+\./g, '.');
}

function isDeliberate(analysis: FileAnalysis, node: ts.Node): boolean {
  let statement: ts.Node = node;
  while (statement.parent && !ts.isStatement(statement)) {
    if (ts.isVoidExpression(statement)) return true;
    statement = statement.parent;
  }
  return saysDeliberate(analysis, statement, true) || isTrace(node) || saysDeliberate(analysis, tryAround(statement), false);
}

/** Does a comment above a statement say so, or one behind it? */
function saysDeliberate(analysis: FileAnalysis, statement: ts.Node | undefined, behind: boolean): boolean {
  if (!statement) return false;
  const { text } = analysis.source;
  const comments = [
    ...(ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? []),
    ...(behind ? (ts.getTrailingCommentRanges(text, statement.end) ?? []) : []),
  ];
  return comments.some((range) => deliberateComment.test(text.slice(range.pos, range.end)));
}

/** The `try` that a statement stands in, within its function: what is said above it is said of all in it. */
function tryAround(statement: ts.Node): ts.Node | undefined {
  for (let node = statement; node.parent && !isFunctionNode(node); node = node.parent)
    if (ts.isTryStatement(node.parent) && node.parent.tryBlock === node) return node.parent;
  return undefined;
}

const traced =
  /^(?:\w+_)?(?:sync|debug|scraper?|scraping|error|fallback|search|request|api|e?mail|webhook|cron|job|import|system|app|function|perf\w*)_logs?$/i;

/** A line about what the machine did, which is done or has failed already. Who did what, for others to see, is more: `approval_logs`. */
function isTrace(node: ts.Node): boolean {
  for (let call = node; ts.isCallExpression(call) || ts.isPropertyAccessExpression(call); call = call.expression) {
    const [named] = ts.isCallExpression(call) ? call.arguments : [];
    if (named && ts.isStringLiteralLike(named) && traced.test(named.text)) return true;
  }
  return false;
}

function errorOf(analysis: FileAnalysis, node: ts.Expression, role: ResultRole): ResultUse['error'] {
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
      if (disposition.name === role.error || disposition.name === role.success) return 'checked';
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
    if (ts.isIdentifier(key) && (key.text === role.error || key.text === role.success)) taken = element;
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
      // The query goes on here: `const { data, error } = await query.maybeSingle()`.
      const disposition = dispositionOf(chain);
      if (disposition.kind === 'bound' && ts.isObjectBindingPattern(disposition.name)) {
        const use = errorOfPattern(analysis, disposition.name, disposition.declaration, role);
        if (use !== 'omitted') verdict = use;
        else reads = true;
      } else if (disposition.kind === 'returned' || disposition.kind === 'argument') verdict = 'passed-on';
      else reads = true;
      return true;
    }
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      if (parent.name.text === role.error || parent.name.text === role.success || (role.success !== undefined && isTested(parent)))
        verdict = 'checked';
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
      if (parent.name.text === role.error || parent.name.text === role.success) verdict = 'checked';
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
  return errorOfPattern(analysis, element.name, all.declaration, role);
}
