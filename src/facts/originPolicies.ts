import { ts } from 'ts-morph';
import type { CorsPolicy } from '../model/facts';
import type { CorsRole } from '../model/library';
import { mentions } from '../syntax/flow';
import { bare, constantString, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** Whom an expression lets in, with the setting or pattern that decides. */
export interface Admission {
  admits: CorsPolicy['admits'];
  detail?: string;
}

const listed: Admission = { admits: 'listed' };
const nobody: Admission = { admits: 'nobody' };
const unknown: Admission = { admits: 'unknown' };

const environment = /\benv(?:\.|\[\s*['"]|\.get\(\s*['"])(\w+)|\bconfig(?:Service)?\.get(?:OrThrow)?(?:<[^>]*>)?\(\s*['"]([\w.-]+)/;
const stage = /NODE_ENV|APP_ENV|VERCEL_ENV|\bDEV\b|\bPROD\b|isProd|isDev|isLocal|isTest|production|development/i;
/** The address of the page that asks, as the request says it. */
const asksFor = /headers?\b(?:\(\))?\??\s*(?:\.get\(\s*|\.|\[\s*|\(\s*)['"`]?origin\b|\.get\(\s*['"`]origin['"`]/i;

type Understands = Pick<CorsRole, 'starInList'>;

/** Whom the value of an `origin` option or of the header admits. */
export function admissionOf(analysis: FileAnalysis, expression: ts.Expression, role: Understands, depth = 6): Admission {
  if (depth === 0) return unknown;
  const again = (node: ts.Expression): Admission => admissionOf(analysis, node, role, depth - 1);
  if (asksFor.test(expression.getText(analysis.source)) && isRead(bare(expression))) return { admits: 'asking' };
  const value = analysis.resolver.deref(expression);
  const text = constantString(value);
  if (text !== undefined) return text.trim() === '*' ? { admits: 'all' } : listed;
  if (value.kind === ts.SyntaxKind.TrueKeyword) return { admits: 'asking' };
  if (
    value.kind === ts.SyntaxKind.FalseKeyword ||
    value.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(value) && value.text === 'undefined')
  )
    return nobody;
  if (ts.isArrayLiteralExpression(value)) return ofList(value, role, again);
  if (ts.isRegularExpressionLiteral(value)) return ofPattern(value.text);
  if (ts.isBinaryExpression(value) && /^(\|\||\?\?)$/.test(ts.tokenToString(value.operatorToken.kind) ?? ''))
    return ofFallback(analysis, value, again);
  if (ts.isConditionalExpression(value)) return ofChoice(analysis, value, again);
  if (isFunctionNode(value)) return ofFunction(value, again);
  const source = value.getText(value.getSourceFile());
  if (asksFor.test(source) && isRead(value)) return { admits: 'asking' };
  if (
    ts.isCallExpression(value) &&
    ts.isPropertyAccessExpression(value.expression) &&
    /^(split|map|filter|trim|concat)$/.test(value.expression.name.text)
  ) {
    const inner = again(value.expression.expression);
    return (inner.admits === 'fallback' || inner.admits === 'all') && !role.starInList ? listed : inner;
  }
  return environment.test(source) ? listed : unknown;
}

/** Is it nothing but a read: a member or a call of `get`? */
function isRead(node: ts.Expression): boolean {
  return (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    (ts.isCallExpression(node) && /\b(get|header)$/.test(node.expression.getText()))
  );
}

function ofList(
  { elements }: ts.ArrayLiteralExpression,
  { starInList }: Understands,
  again: (node: ts.Expression) => Admission,
): Admission {
  const all = elements.map((element) => (ts.isSpreadElement(element) ? unknown : again(element)));
  const loose = all.find(({ admits }) => admits === 'loose');
  const open = starInList ? all.find(({ admits }) => admits === 'all' || admits === 'fallback') : undefined;
  return loose ?? open ?? listed;
}

/** A pattern that fits addresses which only look like those meant. */
export function ofPattern(text: string): Admission {
  const pattern = text.slice(1, text.lastIndexOf('/'));
  if (/^\^?\.[*+]\$?$/.test(pattern)) return { admits: 'asking' };
  const loose: Admission = { admits: 'loose', detail: text.length > 60 ? `${text.slice(0, 59)}…` : text };
  const outside = pattern.replace(/\[[^\]]*\]/g, '[]');
  // `https://shop.example.com.evil.test` fits what has no end.
  if (!/\$\)*$/.test(outside)) return loose;
  // `https://shopXexample.com` fits a dot that is none.
  if (/(?<!\\)\.(?![*+?{\])])[a-z]/i.test(outside)) return loose;
  return /^\^|^\(*\^|^\\\.|^\(?:?\\\./.test(outside) ? listed : loose;
}

function ofFallback(analysis: FileAnalysis, value: ts.BinaryExpression, again: (node: ts.Expression) => Admission): Admission {
  const left = again(value.left);
  const right = again(value.right);
  if (left.admits === 'asking' || left.admits === 'all') return left;
  if (right.admits !== 'all' && right.admits !== 'asking')
    return left.admits === 'loose' ? left : right.admits === 'nobody' || right.admits === 'listed' ? listed : unknown;
  const text = analysis.resolver.deref(value.left).getText();
  const found = environment.exec(text) ?? environment.exec(value.left.getText());
  return { admits: 'fallback', detail: found?.[1] ?? found?.[2] ?? analysis.label(value.left, 40) };
}

function ofChoice(analysis: FileAnalysis, value: ts.ConditionalExpression, again: (node: ts.Expression) => Admission): Admission {
  const condition = value.condition.getText();
  const sides = [again(value.whenTrue), again(value.whenFalse)] as const;
  if (stage.test(condition)) {
    const isProduction = /prod/i.test(condition) === !/!==?|^\s*!/.test(condition);
    return isProduction ? sides[0] : sides[1];
  }
  if (sides[0].admits === sides[1].admits) return sides[0];
  const open = sides.find(({ admits }) => admits === 'all' || admits === 'asking');
  if (!open) return sides.find(({ admits }) => admits === 'loose') ?? (sides.some(({ admits }) => admits === 'unknown') ? unknown : listed);
  // `allowed.includes(origin) ? origin : allowed[0]` sends back what was looked up.
  if (isLookup(value.condition)) return loosenessOf(value.condition) ?? listed;
  // Open where the setting is there is a choice that somebody makes; open where it is missing is none.
  const isMissing = /^\s*!|[=!]==?/.test(condition) || open === sides[1];
  if (open.admits === 'all' && environment.test(condition) && isMissing)
    return { admits: 'fallback', detail: environment.exec(condition)?.[1] ?? analysis.label(value.condition, 40) };
  return /origin/i.test(condition) && !ts.isCallExpression(bare(value.condition)) ? open : unknown;
}

/** Does a condition compare the address with what is allowed? */
function isLookup(condition: ts.Expression): boolean {
  let found = false;
  walk(condition, (node) => {
    if (ts.isCallExpression(node)) found = true;
    if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(ts.tokenToString(node.operatorToken.kind) ?? '')) found = true;
    return !found;
  });
  return found;
}

/** `origin.includes('example.com')`: part of an address says nothing of whose it is. */
function loosenessOf(node: ts.Node): Admission | undefined {
  let found: Admission | undefined;
  walk(node, (inner) => {
    if (found || !ts.isCallExpression(inner) || !ts.isPropertyAccessExpression(inner.expression)) return !found;
    const part = constantString(inner.arguments[0]);
    const isOrigin = /(^|\.)_?(req|request)?origin$/i.test(inner.expression.expression.getText().replace(/[?!]/g, ''));
    const name = inner.expression.name.text;
    if (
      isOrigin &&
      part !== undefined &&
      /\w/.test(part) &&
      (name === 'includes' ||
        name === 'indexOf' ||
        (name === 'endsWith' && !/^(\.|https?:)/.test(part)) ||
        (name === 'startsWith' && !/^https?:\/\/(localhost|127\.0\.0\.1):$|\/$/.test(part) && /^https?:/.test(part)))
    ) {
      found = { admits: 'loose', detail: inner.getText().replace(/\s+/g, ' ').slice(0, 60) };
    }
    return !found;
  });
  return found;
}

/** A function that is asked for each address: by what it answers. */
function ofFunction(fn: FunctionNode, again: (node: ts.Expression) => Admission): Admission {
  const [origin, callback] = fn.parameters;
  const name = origin && ts.isIdentifier(origin.name) ? origin.name.text : undefined;
  const done = callback && ts.isIdentifier(callback.name) ? callback.name.text : undefined;
  if (!fn.body) return unknown;
  const answers: ts.Expression[] = [];
  let refuses = false;
  if (ts.isBlock(fn.body)) {
    walk(fn.body, (node) => {
      if (ts.isReturnStatement(node) && node.expression && done === undefined) answers.push(node.expression);
      if (ts.isThrowStatement(node)) refuses = true;
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === done) {
        const [error, allowed] = node.arguments;
        if (error && bare(error).kind !== ts.SyntaxKind.NullKeyword && error.getText() !== 'undefined') refuses = true;
        else if (allowed) answers.push(allowed);
        else refuses = true;
      }
      return true;
    });
  } else if (
    done !== undefined &&
    ts.isCallExpression(fn.body) &&
    ts.isIdentifier(fn.body.expression) &&
    fn.body.expression.text === done
  ) {
    if (fn.body.arguments[1]) answers.push(fn.body.arguments[1]);
  } else answers.push(fn.body);
  if (answers.length === 0) return unknown;
  const own = answers.map((answer): Admission => {
    const value = bare(answer);
    // Sent back as it came.
    if (name !== undefined && ts.isIdentifier(value) && value.text === name) return { admits: 'asking' };
    if (ts.isConditionalExpression(value))
      return loosenessOf(value.condition) ?? (isLookup(value.condition) ? listed : again(value.whenTrue));
    if (asksFor.test(value.getText()) && isRead(value)) return { admits: 'asking' };
    if (name !== undefined && mentions(value, new Set([name])) && !ts.isBinaryExpression(value)) return loosenessOf(value) ?? listed;
    return again(value);
  });
  refuses ||= own.some(({ admits }) => admits === 'nobody' || admits === 'listed' || admits === 'unknown');
  if (refuses) {
    const loose = loosenessOf(fn.body) ?? patternIn(fn.body);
    return loose ?? (own.every(({ admits }) => admits === 'unknown') ? unknown : listed);
  }
  return own.find(({ admits }) => admits === 'asking') ?? own[0]!;
}

/** A loose pattern that an address is tested with. */
function patternIn(body: ts.Node): Admission | undefined {
  let found: Admission | undefined;
  walk(body, (node) => {
    if (found || !ts.isRegularExpressionLiteral(node)) return !found;
    const parent = node.parent;
    const tested =
      (ts.isPropertyAccessExpression(parent) &&
        parent.name.text === 'test' &&
        ts.isCallExpression(parent.parent) &&
        /origin/i.test(parent.parent.arguments[0]?.getText() ?? '')) ||
      (ts.isCallExpression(parent) && /origin\??\.match$/i.test(parent.expression.getText()));
    const verdict = tested ? ofPattern(node.text) : undefined;
    if (verdict?.admits === 'loose') found = verdict;
    return !found;
  });
  return found;
}

/** Is the address looked up before the code at a node runs? */
export function isLookedUp(node: ts.Node): boolean {
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) && parent.expression !== child && isLookup(parent.expression)) return true;
    if (ts.isConditionalExpression(parent) && parent.condition !== child) return true;
    if (ts.isBinaryExpression(parent) && parent.right === child && isLookup(parent.left)) return true;
    if (isFunctionNode(parent)) {
      // A test further up may have left the function.
      const body = parent.body;
      return (
        body !== undefined &&
        ts.isBlock(body) &&
        body.statements.some(
          (statement) =>
            statement.end <= node.pos &&
            ts.isIfStatement(statement) &&
            /origin/i.test(statement.expression.getText()) &&
            isLookup(statement.expression),
        )
      );
    }
  }
  return false;
}
