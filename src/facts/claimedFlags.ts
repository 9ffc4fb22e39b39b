import { ts } from 'ts-morph';
import { following } from '../syntax/flow';
import { bare, constantString } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { alternatives } from './conditions';
import { lastName } from './guardConditions';
import { conjuncts } from './knownCallers';
import { passesOn, refusesIn } from './refusals';
import { inputOf } from './requestParts';

const { SyntaxKind } = ts;

/** A part of the request by which somebody says themselves what they may do. */
export interface ClaimedFlag {
  node: ts.Expression;
  place: 'cookie' | 'header' | 'query' | 'body';
}

/** The same in a test: the part of its condition that asks for it. */
export interface TestedFlag extends ClaimedFlag {
  part: ts.Expression;
}

interface Leaf extends ClaimedFlag {
  /** It holds for those who do not have the flag. */
  fails: boolean;
}

/** Names of what says that somebody may do more than others. */
const right = /^(?:x-)?(?:user-?_?)?(?:roles?|(?:is-?_?)?(?:super-?_?)?admin(?:istrator)?|is-?_?staff|permissions?|access-?_?level)$/i;
/** Such names of what is there or not, besides what it holds. */
const flag = /^(?:is-?_?)?(?:super-?_?)?admin$|^is-?_?staff$/i;
/** Names of cookies that say that somebody has signed in, where they hold nothing but that. */
const entered = /admin|^(?:is-?_?)?(?:auth|authed|authenticated|authorized|logged-?_?in)$/i;
/** What such a flag holds: no secret, and nothing that was signed. */
const plain = /^(?:true|1|yes|on|ok|root|staff|owner|moderator|granted|authenticated|authorized|logged-?_?in|[\w-]*admin[\w-]*)$/i;
const denying = /\b40[13]\b|unauthori[sz]ed|forbidden|denied|redirect|not allowed|admins? only|only admin/i;
/** Whoever is known by something else, too, is another matter. */
const proving = /session|token|jwt|verify|secret|process\.env|\buser\b|auth\(/i;

/** The flag by which a test lets somebody in whom nothing else proves. */
export function claimedFlagOf(analysis: FileAnalysis, test: ts.IfStatement, fn: FunctionInfo): TestedFlag | undefined {
  const condition = bare(test.expression);
  const failing = conjuncts(condition);
  const lacks = (part: ts.Expression): boolean => leafOf(analysis, part)?.fails === true;
  const lacking = failing.find(
    (part) => alternatives(part).some(lacks) && alternatives(part).every((each) => lacks(each) || isMissing(analysis, each)),
  );
  if (lacking) {
    const others = failing.filter((part) => part !== lacking);
    const part = alternatives(lacking).filter(lacks).at(-1)!;
    const flag = leafOf(analysis, part);
    return flag && !others.some((other) => proving.test(other.getText(analysis.source))) && denies(analysis, test.thenStatement, fn)
      ? { ...flag, part }
      : undefined;
  }
  const having = alternatives(condition).find((part) => conjuncts(part).every((each) => leafOf(analysis, each)?.fails === false));
  const part = having && conjuncts(having).at(-1);
  const flag = part && leafOf(analysis, part);
  if (!flag) return undefined;
  const rest = test.elseStatement ? [test.elseStatement] : following(test);
  const isLet = passesOn(analysis, test.thenStatement) || !refusesIn(analysis, test.thenStatement, fn);
  return isLet && rest.some((statement) => denies(analysis, statement, fn)) ? { ...flag, part } : undefined;
}

/** `!role`: it was not sent at all. */
function isMissing(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = bare(node);
  return (
    ts.isPrefixUnaryExpression(value) && value.operator === SyntaxKind.ExclamationToken && flagOf(analysis, value.operand) !== undefined
  );
}

function denies(analysis: FileAnalysis, statement: ts.Statement, fn: FunctionInfo): boolean {
  return denying.test(statement.getText(analysis.source)) && refusesIn(analysis, statement, fn);
}

/** `!isAdmin`, `req.cookies.admin !== 'true'`, `role === 'admin'`, by way of constants. */
function leafOf(analysis: FileAnalysis, node: ts.Expression, depth = 3): Leaf | undefined {
  const value = bare(node);
  if (ts.isPrefixUnaryExpression(value) && value.operator === SyntaxKind.ExclamationToken) {
    const inner = depth > 0 ? leafOf(analysis, value.operand, depth - 1) : undefined;
    return inner ? { ...inner, fails: !inner.fails } : undefined;
  }
  if (ts.isBinaryExpression(value)) {
    const operator = ts.tokenToString(value.operatorToken.kind) ?? '';
    if (!/^[!=]==?$/.test(operator)) return undefined;
    const text = value.right.kind === SyntaxKind.TrueKeyword ? 'true' : textOf(analysis, value.right);
    const flag = text !== undefined && plain.test(text) ? flagOf(analysis, value.left) : undefined;
    return flag ? { ...flag, fails: operator.startsWith('!') } : undefined;
  }
  const behind = analysis.resolver.deref(value, 1);
  if (behind !== value && depth > 0) {
    // `const isIn = cookie ? cookie.value === 'true' : false`
    const held = ts.isConditionalExpression(behind) && behind.whenFalse.kind === SyntaxKind.FalseKeyword ? behind.whenTrue : behind;
    const parts = conjuncts(held).map((part) => leafOf(analysis, part, depth - 1));
    if (parts.every((part) => part?.fails === false)) return parts.at(-1);
  }
  const found = flagOf(analysis, value);
  // That a cookie is there at all is looked at elsewhere.
  return found && flag.test(nameOf(found.node) ?? '') && found.place !== 'header' && (found.place !== 'cookie' || isHeld(analysis, value))
    ? { ...found, fails: false }
    : undefined;
}

/** A cookie that is looked for together with what it holds: `cookie && cookie.value === '1'`. */
function isHeld(analysis: FileAnalysis, value: ts.Expression): boolean {
  const { parent } = ts.isPrefixUnaryExpression(value.parent) ? value.parent : value;
  return ts.isBinaryExpression(parent) && /[!=]==?/.test(parent.getText(analysis.source));
}

function textOf(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const value = bare(node);
  return ts.isNumericLiteral(value) ? value.text : (constantString(value) ?? analysis.textOf(value));
}

/** What stands for a flag of the request, without what is done to its text. */
function flagOf(analysis: FileAnalysis, node: ts.Expression): ClaimedFlag | undefined {
  let value = bare(node);
  for (let depth = 6; depth > 0; depth--) {
    if (ts.isBinaryExpression(value) && /^(?:\?\?|\|\|)$/.test(ts.tokenToString(value.operatorToken.kind) ?? '')) value = bare(value.left);
    else if (ts.isPropertyAccessExpression(value) && value.name.text === 'value') value = bare(value.expression);
    else if (
      ts.isCallExpression(value) &&
      ts.isPropertyAccessExpression(value.expression) &&
      /^to(?:LowerCase|UpperCase|String)$|^trim$/.test(value.expression.name.text)
    )
      value = bare(value.expression.expression);
    else if (ts.isCallExpression(value) && value.arguments.length === 1 && lastName(bare(value.expression)) === 'String')
      value = bare(value.arguments[0]!);
    else {
      const place = placeOf(analysis, value);
      if (place) return { node: value, place };
      const behind = analysis.resolver.deref(value, 1);
      if (behind === value) return undefined;
      value = bare(behind);
    }
  }
  return undefined;
}

function placeOf(analysis: FileAnalysis, node: ts.Expression): ClaimedFlag['place'] | undefined {
  const name = nameOf(node);
  if (name === undefined || /hasura/i.test(name)) return undefined;
  const path = analysis.resolver.pathOf(node);
  const read = analysis.tables.read(path);
  if (read?.identity) return undefined;
  if (read?.cookie) return entered.test(name) || right.test(name) ? 'cookie' : undefined;
  if (!right.test(name)) return undefined;
  if (read?.credential) return 'header';
  switch (inputOf(analysis, path)) {
    case 'headers':
      return 'header';
    case 'query':
      return 'query';
    case 'body':
    case 'form':
      return 'body';
    default:
      return undefined;
  }
}

/** The name of a cookie, header or field: the last member, or the text that a call is given. */
function nameOf(node: ts.Expression): string | undefined {
  if (ts.isCallExpression(node)) return node.arguments.map((argument) => constantString(argument)).find((text) => text !== undefined);
  return ts.isElementAccessExpression(node) ? constantString(node.argumentExpression) : lastName(node);
}

/** Is a name in a condition what the caller says, and not what is known of them: `role` of `req.headers['x-role']`? */
export function isClaimedRight(analysis: FileAnalysis, node: ts.Identifier): boolean {
  const { parent } = node;
  const whole = ts.isPropertyAccessExpression(parent) && parent.name === node ? parent : node;
  return flagOf(analysis, whole) !== undefined;
}
