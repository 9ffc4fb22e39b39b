import { ts } from 'ts-morph';
import type { GuardEvidence, RefusalStyle } from '../model/facts';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { lastName } from './guardConditions';
import { isResultHeeded } from './heededChecks';
import { conditionsOf } from './pathConditions';
import { refusalIn } from './refusals';

/** A look at the text tells of most functions that nothing in them asks which page a request comes from. */
const telling = /csrf|xsrf|origin|referr?er|sec-fetch-site|x-requested-with/i;
/** Headers that browsers set, and that pages cannot change. */
const ofBrowsers = /^(?:origin|referr?er|sec-fetch-site)$/i;
/** Headers that pages of others may not send without being asked about. */
const ofOwnPages = /^x-requested-with$/i;
const token = /csrf|xsrf/i;
/** Names of what looks whether something is right. */
const testing =
  /^(?:startsWith|endsWith|includes|match|matches|equals|has|some|every|test|indexOf)$|^(?:is|are|has)[A-Z]|valid|allow|trust|verif|check|csrf|origin|same|equal|compare|assert|ensure/i;
const comparing = /^(?:startsWith|endsWith|includes|match|equals)$/;

/** How far constants are followed. */
const deepest = 3;

/** What in a function turns away requests that pages of others make browsers send: tests of the origin, or of a token that only own pages have. `sites`: calls that may lead to such tests. */
export function forgeryGuards(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  parts: readonly FunctionInfo[],
  sites: readonly CallSite[],
): GuardEvidence[] {
  const found: GuardEvidence[] = [];
  const add = (node: ts.Node, at: ts.Node, isHanded: boolean): void => {
    found.push({
      kind: 'csrf',
      level: 'NONE',
      name: analysis.label(node, 40),
      span: analysis.span(node),
      ...conditionsOf(analysis, at),
      ...(isHanded && !analysis.entries.has(fn) ? { handed: 'whole' as const } : {}),
    });
  };
  for (const site of sites) {
    if (site.role) continue;
    const inner = analysis
      .summaryOf(analysis.resolver.functionOf(site.node.expression)?.ref)
      ?.guards.find(({ kind, disabled }) => kind === 'csrf' && !disabled);
    if (!inner || (inner.handed && !isResultHeeded(analysis, site.node))) continue;
    add(site.node.expression, site.node, inner.handed !== undefined && ts.isReturnStatement(site.node.parent));
  }
  if (found.length > 0 || !analysis.mayHold(telling) || !telling.test(analysis.source.text.slice(fn.node.pos, fn.node.end)))
    return found.slice(0, 1);
  for (const part of parts) {
    for (const test of part.ifs) {
      if (!ts.isIfStatement(test) || !asksForProof(analysis, test.expression)) continue;
      const style = refusedIn(analysis, test, part);
      if (style) add(test.expression, test, style.startsWith('returns-'));
    }
  }
  const given =
    fn.node.body && !ts.isBlock(fn.node.body)
      ? [fn.node.body]
      : fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) ? (exit.expression ?? []) : []));
  for (const value of given) if (isTest(bare(value)) && asksForProof(analysis, value)) add(value, value, true);
  return found.slice(0, 1);
}

/** How those are refused who fail a test. What a test that asks for the right origin ends in may be the answer, and no refusal. */
function refusedIn(analysis: FileAnalysis, test: ts.IfStatement, fn: FunctionInfo): RefusalStyle | undefined {
  const isNegative = deniesSomething(test.expression);
  for (const branch of [test.thenStatement, ...(test.elseStatement ? [test.elseStatement] : [])]) {
    const style = refusalIn(analysis, branch, fn);
    if (!isNegative && !/\b4\d\d\b|\bthrow\b|forbidden/i.test(branch.getText(analysis.source))) continue;
    if (style && style !== 'returns-empty') return style;
  }
  return undefined;
}

/** `origin !== own`, `!allowed.includes(origin)`. */
function deniesSomething(condition: ts.Expression): boolean {
  let found = false;
  walk(condition, (node) => {
    found ||=
      (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) ||
      (ts.isBinaryExpression(node) && /^!==?$/.test(ts.tokenToString(node.operatorToken.kind) ?? ''));
    return !found;
  });
  return found;
}

/** Does an expression say yes or no: `header === cookie`, `tokens.includes(header)`? */
function isTest(value: ts.Expression): boolean {
  return (
    (ts.isBinaryExpression(value) && isComparison(value)) ||
    (ts.isBinaryExpression(value) && /^(?:&&|\|\|)$/.test(ts.tokenToString(value.operatorToken.kind) ?? ''))
  );
}

function isComparison({ operatorToken }: ts.BinaryExpression): boolean {
  return /^[!=]==?$/.test(ts.tokenToString(operatorToken.kind) ?? '');
}

/** Does a condition tell requests of own pages from those of others? Most files say nothing of it. */
export function asksWhichPage(analysis: FileAnalysis, condition: ts.Expression): boolean {
  return analysis.mayHold(telling) && asksForProof(analysis, condition);
}

/** Does a condition compare what tells own pages from those of others? That it is there says as much only of headers that make browsers ask first. */
function asksForProof(analysis: FileAnalysis, condition: ts.Expression, depth = 2): boolean {
  let found = false;
  walk(condition, (node) => {
    if (found || isFunctionNode(node)) return false;
    if (ts.isBinaryExpression(node) && isComparison(node)) {
      const sides = [bare(node.left), bare(node.right)];
      found = sides.some((side, index) => isProof(analysis, side, deepest) && !isNothing(sides[1 - index]!));
    } else if (ts.isCallExpression(node)) {
      const callee = bare(node.expression);
      const name = lastName(callee) ?? '';
      // `origin.startsWith(own)`, `allowed.includes(origin)`
      const compared = [...node.arguments, ...(comparing.test(name) && ts.isPropertyAccessExpression(callee) ? [callee.expression] : [])];
      found = testing.test(name) && compared.some((given) => isProof(analysis, bare(given), deepest));
    } else if (
      ts.isPrefixUnaryExpression(node) &&
      ts.isExpression(node.operand) &&
      nameOfHeader(analysis, behind(analysis, node.operand), ofOwnPages)
    )
      found = true;
    else if (ts.isIdentifier(node) && depth > 0) {
      // `const isOwn = origin === own; if (!isOwn) …`
      const kept = behind(analysis, node);
      found = kept !== node && !ts.isIdentifier(kept) && asksForProof(analysis, kept, depth - 1);
    }
    return !found;
  });
  return found;
}

function behind(analysis: FileAnalysis, node: ts.Expression): ts.Expression {
  return bare(analysis.resolver.deref(node, 1));
}

/** `null`, `undefined`, `''`, or the name of a type. */
function isNothing(side: ts.Expression): boolean {
  return (
    side.kind === ts.SyntaxKind.NullKeyword ||
    ts.isTypeOfExpression(side) ||
    (ts.isIdentifier(side) && side.text === 'undefined') ||
    (ts.isStringLiteralLike(side) && /^(?:|string|undefined|null)$/.test(side.text))
  );
}

/** Does a value hold, or come from, what tells where a request comes from? */
function isProof(analysis: FileAnalysis, value: ts.Expression, depth: number): boolean {
  if (ts.isTypeOfExpression(value)) return false;
  let found = false;
  walk(value, (node) => {
    if (found || isFunctionNode(node)) return false;
    if (!ts.isExpression(node)) return true;
    if (readsProof(analysis, node)) found = true;
    else if (ts.isIdentifier(node) && depth > 0) {
      const behind = analysis.resolver.deref(node, 1);
      if (behind !== node) found = isProof(analysis, bare(behind), depth - 1);
    }
    return !found;
  });
  return found;
}

function readsProof(analysis: FileAnalysis, node: ts.Expression): boolean {
  if (nameOfHeader(analysis, node, ofBrowsers) || nameOfHeader(analysis, node, ofOwnPages) || nameOfHeader(analysis, node, token))
    return true;
  // The other half may be compared with whatever came in the body: `req.body._csrf !== req.session.csrfToken`.
  return (
    ts.isPropertyAccessExpression(node) && token.test(node.name.text) && /\bbody\b|\bform/.test(node.expression.getText(analysis.source))
  );
}

/** `req.headers.origin`, `req.headers['x-csrf-token']`, `request.headers.get('origin')`, `getHeader(event, 'origin')`. */
export function nameOfHeader(analysis: FileAnalysis, node: ts.Expression, name: RegExp): boolean {
  if (ts.isCallExpression(node)) {
    const called = lastName(bare(node.expression)) ?? '';
    if (!/^(?:get|header|getHeader|getRequestHeader)$/.test(called) || isOfAnswer(analysis, node)) return false;
    // A token in a cookie is sent along by browsers, whichever page asks.
    if (/cookie|session|params|query/i.test(node.expression.getText(analysis.source))) return false;
    return name.test(analysis.textOf(node.arguments.at(-1)) ?? '');
  }
  if (ts.isElementAccessExpression(node))
    return (
      !isOfAnswer(analysis, node) &&
      /headers?$/i.test(lastName(bare(node.expression)) ?? '') &&
      name.test(analysis.textOf(node.argumentExpression) ?? '')
    );
  if (ts.isPropertyAccessExpression(node)) return /headers?$/i.test(lastName(bare(node.expression)) ?? '') && name.test(node.name.text);
  const path = ts.isIdentifier(node) ? analysis.resolver.pathOf(node) : undefined;
  const header = path === undefined ? undefined : /\bheaders?\.([\w-]+)$/.exec(path)?.[1];
  return header !== undefined && name.test(header);
}

/** Is it what another service has answered: `(await fetch(url)).headers.get('content-length')`? */
function isOfAnswer(analysis: FileAnalysis, node: ts.Expression): boolean {
  let root = node;
  while (
    ts.isPropertyAccessExpression(root) ||
    ts.isElementAccessExpression(root) ||
    ts.isCallExpression(root) ||
    ts.isNonNullExpression(root)
  )
    root = bare(root.expression);
  const made = ts.isIdentifier(root) ? behind(analysis, root) : root;
  if (ts.isCallExpression(made) && analysis.site(made)?.role?.outbound) return true;
  return ts.isIdentifier(root) && /^(?:res|resp|response|reply|result|answer|upstream|remote|head)(?![a-z])/i.test(root.text);
}
