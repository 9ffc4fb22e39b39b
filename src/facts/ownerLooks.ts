import { ts } from 'ts-morph';
import type { GuardEvidence } from '../model/facts';
import { callerName, deciding, namesOwner } from '../model/ownerNames';
import { isEmptyValue } from '../syntax/flow';
import { bare, walk } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import { namesPeople } from './accountLookups';
import type { FileAnalysis } from './analysis';
import { deciderOf } from './deciders';
import { targetOf } from './endpointSinks';
import { lastName, roleName } from './guardConditions';
import { rowKeysOf } from './rowKeys';

/** Names that have to do with who is calling, or with whose something is. */
const about =
  /user|uid$|session|viewer|principal|identity|caller|author(?!iz|it)|owner|tenant|^org(?:$|Id|_id|ani[sz]ation)|workspace|^me$|member|^auth$|claims|payload|decoded|creator|created_?by/i;
const insisting = /^(?:require|assert|ensure|verify|enforce)/i;
/** Names of calls that look at nothing. */
const harmless =
  /^(?:log|info|warn|error|debug|trace|String|Number|parseInt|ObjectId|stringify|toString|trim|Boolean|json|status|revalidate\w*|capture\w*|track\w*|emit|invalidate\w*|set|get)$/;
const narrowing = /where|filter|quer|cond|match|criteria|scope/i;
const people = /^(?:users?|accounts?|profiles?|members?|customers?)$/i;

/**
 * Why whose a row is may have been looked at before it is changed, in plain words: a name for somebody is compared, becomes part of a condition, or is
 * handed to something that was not read. Undefined where nothing in front of the place so much as names anybody, besides what finds out who calls.
 */
export function lookedBefore(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  place: ts.Node,
  guards: readonly GuardEvidence[],
  picked?: ts.Expression,
): string | undefined {
  const { body } = fn.node;
  if (!body) return 'its code was not found';
  let doubt: string | undefined;
  const id = picked && lastName(bare(picked));
  const isProof = (node: ts.Node): boolean =>
    guards.some(
      ({ span, kind, level }) =>
        kind === 'authentication' &&
        level !== 'OWNER' &&
        level !== 'ROLE' &&
        span.start <= node.getStart(analysis.source) &&
        node.end <= span.end,
    );
  walk(body, (node) => {
    if (doubt !== undefined || node.pos >= place.end || ts.isTypeNode(node) || node === place) return false;
    if (isProof(node)) {
      // A test whether somebody is there may hold another one: `if (req.user.id !== post.author)`.
      if (ts.isBinaryExpression(node) && comparesPeople(analysis, node)) doubt = `${analysis.label(node, 40)} is asked before`;
      else if (ts.isCallExpression(node) && isToldMore(analysis, node)) doubt = `${analysis.label(node, 40)} may decide who may do it`;
      return doubt === undefined;
    }
    if (id !== undefined && looksFor(node, id)) {
      doubt = `${id} is looked for among others before`;
      return false;
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const found = ofCall(analysis, node);
      doubt = found.doubt;
      return found.goOn;
    }
    if (ts.isIdentifier(node) && about.test(node.text) && mayLook(node))
      doubt = `${analysis.label(outermost(node), 40)} is looked at before`;
    return doubt === undefined;
  });
  return doubt;
}

/** Is an id looked for in a list, or held against that of something else: `ids.includes(id)`, `mine.some((row) => row.id === id)`? */
function looksFor(node: ts.Node, id: string): boolean {
  if (ts.isCallExpression(node))
    return (
      /^(?:includes|has|indexOf)$/.test(lastName(bare(node.expression)) ?? '') &&
      node.arguments.some((argument) => lastName(bare(argument)) === id)
    );
  if (!ts.isBinaryExpression(node) || !/^[!=]==?$/.test(ts.tokenToString(node.operatorToken.kind) ?? '')) return false;
  const sides = [bare(node.left), bare(node.right)];
  const other = sides.find((side) => namesId(side, id)) && sides.find((side) => !namesId(side, id));
  return (
    other !== undefined &&
    !isEmptyValue(other) &&
    !ts.isStringLiteralLike(other) &&
    !ts.isNumericLiteral(other) &&
    !ts.isTypeOfExpression(other)
  );
}

/** `id`, `req.params.id`, `Number(id)` */
function namesId(node: ts.Expression, id: string): boolean {
  const value = bare(node);
  if (ts.isCallExpression(value) && /^(?:Number|String|parseInt)$/.test(lastName(bare(value.expression)) ?? ''))
    return value.arguments[0] !== undefined && namesId(value.arguments[0], id);
  // The id of another row is called so as well.
  return lastName(value) === id && (ts.isIdentifier(value) || /\b(?:params|body|query|input)\b/.test(value.getText()));
}

/** Is what finds out who calls also told what they ask for, or does its name say that it decides more: `requireAdmin(req, organizationId)`? */
function isToldMore(analysis: FileAnalysis, node: ts.CallExpression): boolean {
  const name = lastName(bare(node.expression)) ?? '';
  if (deciding.test(name) && !/auth|guard|protect/i.test(name)) return true;
  return node.arguments.some((argument) => !ts.isFunctionLike(bare(argument)) && deciderOf(analysis, argument, 4).by === 'sent');
}

/** Is who calls held against something that is neither written there nor nothing? */
function comparesPeople(analysis: FileAnalysis, node: ts.BinaryExpression): boolean {
  if (!/^[!=]==?$/.test(ts.tokenToString(node.operatorToken.kind) ?? '')) return false;
  const sides = [node.left, node.right];
  if (sides.some((side) => isEmptyValue(side) || ts.isTypeOfExpression(bare(side)))) return false;
  const deciders = sides.map((side) => deciderOf(analysis, side, 4).by);
  return deciders.includes('caller') && !deciders.includes('constant');
}

function ofCall(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): { goOn: boolean; doubt?: string } {
  const site = analysis.site(node);
  const name = lastName(bare(node.expression)) ?? '';
  if (site?.role?.log || site?.role?.reply) return { goOn: false };
  if (site?.role?.data) {
    const keys = rowKeysOf(analysis, site)?.keys ?? [];
    const target = targetOf(analysis, site) ?? '';
    const isOfCaller = keys.some((key) =>
      key.nested ? namesSomebody(key.value) : namesOwner(key.name) || deciderOf(analysis, key.value, 4).by === 'caller',
    );
    const isAccount = namesPeople(target) && people.test(target.replace(/^.*\./, ''));
    return isOfCaller && !isAccount
      ? { goOn: false, doubt: `${analysis.label(node.expression, 40)} asks for rows of somebody` }
      : { goOn: false };
  }
  if (site?.role) return { goOn: true };
  const args = node.arguments ?? [];
  if (deciding.test(name)) return { goOn: false, doubt: `${name} may decide who may do it` };
  const called = analysis.resolver.functionOf(node.expression)?.ref;
  const summary = called && analysis.summaryOf(called);
  if (insisting.test(name) && !summary) return { goOn: false, doubt: `${name} may decide who may do it` };
  if (harmless.test(name)) return { goOn: false };
  if (ts.isNewExpression(node) && /Error$|^Response$|^Date$/.test(name)) return { goOn: false };
  const handed = args.find((argument) => !ts.isFunctionLike(bare(argument)) && namesSomebody(argument));
  return handed ? { goOn: false, doubt: `${name === '' ? 'a function' : name} is handed ${analysis.label(handed, 30)}` } : { goOn: true };
}

function namesSomebody(node: ts.Node): boolean {
  let found = false;
  walk(node, (inner) => {
    if (ts.isIdentifier(inner) && about.test(inner.text) && !(ts.isCallExpression(inner.parent) && inner.parent.expression === inner))
      found = true;
    return !found;
  });
  return found;
}

/** The whole path that a name is a part of, through what changes nothing of it: `post.author.toString()`. */
function outermost(node: ts.Node): ts.Node {
  let value = node;
  for (;;) {
    const { parent } = value;
    if (
      (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
      (parent.expression === value || (ts.isPropertyAccessExpression(parent) && parent.name === value))
    )
      value = parent;
    else if (
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isNonNullExpression(parent) ||
      ts.isAwaitExpression(parent)
    )
      value = parent;
    else if (ts.isCallExpression(parent) && parent.expression === value && /\.(?:toString|trim|valueOf|toHexString)$/.test(value.getText()))
      value = parent;
    else return value;
  }
}

const onlyThere = /^(?:id|_id|uid|sub|email|data|user|session|auth|success|ok|error)$/;

/** May a name that stands here decide whether the code behind it runs, or for which rows? */
function mayLook(node: ts.Identifier): boolean {
  const { parent } = node;
  if (
    (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isParameter(parent)) &&
    (parent.name === node || (ts.isBindingElement(parent) && parent.propertyName === node))
  )
    return false;
  if ((ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) && parent.name === node) return false;
  // What is called is judged as a call.
  if (ts.isCallExpression(parent) && parent.expression === node) return false;
  if (
    ts.isPropertyAccessExpression(parent) &&
    parent.name === node &&
    ts.isCallExpression(parent.parent) &&
    parent.parent.expression === parent
  )
    return false;
  if (/^[A-Z]/.test(node.text) && ts.isPropertyAccessExpression(parent) && parent.expression === node) return false;
  return decides(outermost(node), node);
}

function decides(path: ts.Node, node: ts.Identifier): boolean {
  const last = ts.isPropertyAccessExpression(path) ? path.name.text : node.text;
  let value = path;
  for (;;) {
    const { parent } = value;
    if (ts.isBinaryExpression(parent)) {
      const operator = ts.tokenToString(parent.operatorToken.kind) ?? '';
      const other = parent.left === value ? parent.right : parent.left;
      if (/^[!=]==?$/.test(operator)) return !isEmptyValue(other) && !ts.isTypeOfExpression(value);
      if (operator === '=') return parent.right === value && narrowing.test(parent.left.getText());
      if (operator === 'instanceof' || operator === 'in') return false;
      if (!/^(?:\|\||\?\?|&&|\+)$/.test(operator)) return true;
    } else if (
      ts.isPrefixUnaryExpression(parent) ||
      ts.isIfStatement(parent) ||
      (ts.isConditionalExpression(parent) && parent.condition === value)
    ) {
      return !(callerName.test(last) || onlyThere.test(last)) || roleName.test(last);
    } else if (ts.isVariableDeclaration(parent)) return false;
    else if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent) || ts.isSpreadAssignment(parent)) {
      const holder = parent.parent.parent;
      const isCondition = ts.isVariableDeclaration(holder) && narrowing.test(holder.name.getText());
      if (isCondition) return true;
      if (ts.isVariableDeclaration(holder) || ts.isReturnStatement(holder)) return false;
      value = parent.parent;
      continue;
    } else if (ts.isReturnStatement(parent) || ts.isThrowStatement(parent) || ts.isTemplateSpan(parent) || ts.isExpressionStatement(parent))
      return false;
    else if (ts.isTypeOfExpression(parent)) {
      value = parent;
      continue;
    } else if (ts.isSpreadElement(parent) || ts.isArrayLiteralExpression(parent) || ts.isObjectLiteralExpression(parent)) {
      value = parent;
      continue;
    } else if (ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent) || ts.isAwaitExpression(parent)) {
      value = parent;
      continue;
    } else return !ts.isBindingElement(parent);
    value = parent;
  }
}
