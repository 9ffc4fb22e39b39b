import { ts } from 'ts-morph';
import type { RequestedAmount } from '../../model/facts';
import { bare, walk } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { handedIn } from '../givenByCallers';
import { lastName } from '../guardConditions';
import { sourcesOf } from '../origins';
import { inputOf } from '../requestParts';
import { isBehindReturn } from '../reachedCode';
import { optionsIn } from './money';

const { SyntaxKind } = ts;

/** What people choose for themselves, and money that comes back or moves between people who are known. */
const chosen =
  /donat|\btips?\b|tip_?amount|gratuity|gift|pledge|contribut|top_?-?up|wallet|deposit|fund|recharge|add_?(?:money|credit)|balance|payout|transfer|withdraw|sponsor|support|sliding|pay_?what|bid|custom_?amount|budget|invest|loan|settle|reload|charity/i;
const money = /amount|price|total|cost|fee|sum|value|charge|rate|pay/i;
const number = /qty|quantity|count|seats?$|units?$|days|hours|nights|credits$/i;

const sentParts: ReadonlySet<string> = new Set(['body', 'query', 'params', 'form', 'message', 'arguments']);

/** Amounts that are given to a service for payments as the request says them. */
export function recogniseRequestedAmounts(analysis: FileAnalysis): RequestedAmount[] {
  const { role, side } = analysis.context;
  if (role !== 'source' || side === 'client') return [];
  return analysis.sitesWith('charges').flatMap((site) => amountsIn(analysis, site));
}

function amountsIn(analysis: FileAnalysis, site: CallSite): RequestedAmount[] {
  if (isBehindReturn(analysis, site.node) || isChosen(analysis, site.node)) return [];
  return (site.node.arguments ?? []).flatMap((argument) =>
    optionsIn(analysis, argument, site.role!.charges!).flatMap(({ option, value }) => {
      const leaves = leavesOf(analysis, value, 6);
      const named = leaves.filter((leaf) => leaf.by === 'request');
      const [first] = named.filter(({ node }) => money.test(nameOf(analysis, node)) && !number.test(nameOf(analysis, node)));
      const calls = named.flatMap(({ handed }) => handed ?? []);
      const nodes = named.map(({ node }) => node);
      // A price of the server's own, times a number that is sent, is asked for as it should be.
      if (
        !first ||
        leaves.some(({ by }) => by === 'other') ||
        calls.some((call) => isChosen(analysis, call)) ||
        [site.node, ...calls].some((node) => isCompared(analysis, node, nodes))
      )
        return [];
      return [
        {
          ...analysis.base(calls[0] ?? site.node),
          span: analysis.span(value),
          kind: 'requestedAmount' as const,
          library: site.role!.library,
          option,
          label: analysis.label(first.node, 40),
          call: analysis.label(site.node.expression, 50),
        },
      ];
    }),
  );
}

interface Leaf {
  node: ts.Expression;
  by: 'request' | 'constant' | 'other';
  /** The call that hands it to the function in which somebody is charged. */
  handed?: ts.Node;
}

/** What an amount is made of, through sums, products and roundings. */
function leavesOf(analysis: FileAnalysis, expression: ts.Expression, depth: number): Leaf[] {
  const own = bare(expression);
  const leaf = (by: Leaf['by']): Leaf[] => [{ node: own, by }];
  if (depth === 0) return leaf('other');
  if (isRequested(analysis, own)) return leaf('request');
  const value = analysis.resolver.deref(own);
  const inner = (node: ts.Expression) => leavesOf(analysis, node, depth - 1);
  if (ts.isNumericLiteral(value) || ts.isStringLiteralLike(value)) return leaf('constant');
  if (ts.isPrefixUnaryExpression(value)) return inner(value.operand);
  if (ts.isBinaryExpression(value)) {
    const kind = value.operatorToken.kind;
    if (kind === SyntaxKind.BarBarToken || kind === SyntaxKind.QuestionQuestionToken) return [...inner(value.left), ...inner(value.right)];
    return kind >= SyntaxKind.PlusToken && kind <= SyntaxKind.PercentToken ? [...inner(value.left), ...inner(value.right)] : leaf('other');
  }
  if (ts.isConditionalExpression(value)) return [...inner(value.whenTrue), ...inner(value.whenFalse)];
  if (ts.isCallExpression(value)) {
    const callee = bare(value.expression);
    const name = lastName(callee) ?? '';
    if (name === 'reduce' && ts.isPropertyAccessExpression(callee)) return ofSum(analysis, value, callee.expression, depth);
    if (/^(?:round|floor|ceil|trunc|abs|max|min|Number|parseInt|parseFloat|String)$/.test(name) && value.arguments[0])
      return value.arguments.flatMap(inner);
    if (/^(?:toFixed|toString|toNumber)$/.test(name) && ts.isPropertyAccessExpression(callee)) return inner(callee.expression);
    return leaf('other');
  }
  if (isElementOfRequest(analysis, value)) return leaf('request');
  const handed = handedIn(analysis, own);
  return handed.length === 0
    ? leaf('other')
    : handed.flatMap(({ call, value: given }) => leavesOf(analysis, given, depth - 1).map((each) => ({ handed: call.node, ...each })));
}

/** `items.reduce((sum, item) => sum + item.price * item.quantity, 0)` */
function ofSum(analysis: FileAnalysis, call: ts.CallExpression, list: ts.Expression, depth: number): Leaf[] {
  const callback = call.arguments[0] && bare(call.arguments[0]);
  if (!callback || !ts.isArrowFunction(callback) || ts.isBlock(callback.body)) return [{ node: list, by: 'other' }];
  const [sum] = callback.parameters;
  return leavesOf(analysis, callback.body, depth - 1).map((leaf) =>
    sum && ts.isIdentifier(leaf.node) && leaf.node.text === sum.name.getText(analysis.source) ? { ...leaf, by: 'constant' } : leaf,
  );
}

function isRequested(analysis: FileAnalysis, node: ts.Expression): boolean {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
  // That it is a number was looked at, which says nothing of how much it may be.
  const input = inputOf(analysis, analysis.resolver.pathOf(node));
  if (input !== undefined && sentParts.has(input)) return true;
  const sources = sourcesOf(analysis, node, 'sql');
  return sources.length > 0 && sources.every(({ from, named }) => from === 'request' && !named);
}

/** A member of an element of a list that was sent: `req.body.items.map((item) => item.price)`. */
function isElementOfRequest(analysis: FileAnalysis, node: ts.Expression): boolean {
  const root = ts.isPropertyAccessExpression(node) ? bare(node.expression) : node;
  const declaration = ts.isIdentifier(root) ? analysis.resolver.declarations.find(root) : undefined;
  if (declaration?.kind !== 'parameter') return false;
  const call = declaration.fn.parent;
  const callee = ts.isCallExpression(call) ? bare(call.expression) : undefined;
  return (
    callee !== undefined &&
    ts.isPropertyAccessExpression(callee) &&
    /^(?:map|reduce|forEach|flatMap|filter)$/.test(callee.name.text) &&
    isRequested(analysis, bare(callee.expression))
  );
}

function nameOf(analysis: FileAnalysis, node: ts.Expression): string {
  return lastName(node) ?? node.getText(analysis.source);
}

/** Do the words around a payment say that who pays also says how much? */
function isChosen(analysis: FileAnalysis, node: ts.Node): boolean {
  const around = analysis.functionAround(node);
  const names = [analysis.file, node.getText(analysis.source)];
  for (let fn = around; fn; fn = fn.parent) {
    names.push(fn.name);
    const call = fn.node.parent;
    if (ts.isCallExpression(call) && call.arguments[0] && ts.isStringLiteralLike(call.arguments[0])) names.push(call.arguments[0].text);
  }
  return names.some((name) => chosen.test(name));
}

/** Is what was sent held against something of the server's own: `if (amount !== order.total) return refuse()`? */
function isCompared(analysis: FileAnalysis, place: ts.Node, nodes: readonly ts.Expression[]): boolean {
  let fn = analysis.functionAround(place);
  while (fn?.parent && !analysis.entries.has(fn)) fn = fn.parent;
  const body = fn?.node.body;
  if (!body) return false;
  const names = new Set(nodes.map((node) => nameOf(analysis, node)));
  let found = false;
  walk(body, (node) => {
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind >= SyntaxKind.LessThanToken &&
      node.operatorToken.kind <= SyntaxKind.ExclamationEqualsEqualsToken
    ) {
      const sides = [bare(node.left), bare(node.right)];
      const own = sides.find((side) => mentionsAny(side, names));
      const other = sides.find((side) => side !== own);
      if (own && other && isOfServer(analysis, other) && !ts.isTypeOfExpression(own)) found = true;
    }
    return !found;
  });
  return found;
}

function mentionsAny(node: ts.Node, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(node, (inner) => {
    if (ts.isIdentifier(inner) && names.has(inner.text)) found = true;
    return !found;
  });
  return found;
}

/** Neither a constant of the file nor something that was sent. */
function isOfServer(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = analysis.resolver.deref(node);
  if (ts.isNumericLiteral(value) || ts.isStringLiteralLike(value) || ts.isPrefixUnaryExpression(value)) return false;
  if (value.kind === SyntaxKind.NullKeyword || value.kind === SyntaxKind.TrueKeyword || value.kind === SyntaxKind.FalseKeyword)
    return false;
  if (ts.isIdentifier(value) && value.text === 'undefined') return false;
  if (ts.isIdentifier(bare(node)) && /^[A-Z][A-Z\d_]*$/.test((bare(node) as ts.Identifier).text)) return false;
  return !isRequested(analysis, bare(node));
}
