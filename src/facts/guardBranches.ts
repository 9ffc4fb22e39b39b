import { ts } from 'ts-morph';
import type { GuardEvidence } from '../model/facts';
import { following, isEmptyValue, leaves, mentions } from '../syntax/flow';
import { bare, isMemberName, walk, whole } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { candidateOf, type Candidate } from './guardCandidates';
import { lastName } from './guardConditions';
import { identifies } from './guardLevels';
import type { Guarding } from './guardVerdicts';
import { acts } from './actingCalls';
import { isRecord } from './foundRecords';
import { places } from './guardFindings';

/** Does nobody look at what a call gives back to say that it refuses? */
export function isIgnored({ node, fails, names, failNames }: Candidate): boolean {
  return (
    (fails === 'result' || fails === 'empty') &&
    names.size === 0 &&
    failNames.size === 0 &&
    ts.isExpression(node) &&
    ts.isExpressionStatement(whole(node).parent)
  );
}

/**
 * One `case` of a `switch`, one kind of message, or those who send a header do not speak for the others: what only some of them are asked is
 * left out, when another acts.
 */
export function withoutCases(analysis: FileAnalysis, fn: FunctionInfo, found: Guarding): Guarding {
  const { body } = fn.node;
  const inCases = body
    ? found.guards
        .filter(({ kind, level }) => (kind === 'authentication' || kind === 'signature') && identifies(level))
        .flatMap((guard) => {
          const branch = branchAround(analysis, guard, body);
          return branch ? [{ guard, ...branch }] : [];
        })
    : [];
  if (inCases.length === 0) return found;
  const { sites } = analysis.parts(fn);
  const lost = inCases.filter(({ all, other }) =>
    sites.some((site) => {
      const { pos, end } = site.node;
      const isOther = other ? other.pos <= pos && end <= other.end : all.pos <= pos && (end <= all.end || ts.isIfStatement(all));
      return isOther && !inCases.some(({ own }) => own.pos <= pos && end <= own.end) && acts(analysis, site);
    }),
  );
  if (lost.length === 0) return found;
  return { ...found, guards: found.guards.filter((guard) => !lost.some((one) => one.guard === guard)), partly: lost[0]!.guard.name };
}

interface Branch {
  own: ts.Node;
  /** The statement that tells the kinds apart. */
  all: ts.Node;
  /** The only other branch, where whoever calls chooses between the two. */
  other?: ts.Statement;
}

/** The outermost branch for one kind of message that a guard stands in, or for those who send something. */
function branchAround(analysis: FileAnalysis, guard: GuardEvidence, body: ts.Node): Branch | undefined {
  let branch: Branch | undefined;
  // What stands in front of the body, in a decorator of a parameter, is in none of its branches.
  for (let node = places.get(guard); node?.parent && node !== body; node = node.parent) {
    const { parent } = node;
    if (ts.isCaseOrDefaultClause(node)) branch = { own: node, all: node.parent.parent };
    else if (guard.kind === 'authentication' && ts.isIfStatement(parent) && parent.thenStatement === node && tellsKind(parent.expression))
      branch = { own: node, all: firstOf(parent) };
    else if (ts.isIfStatement(parent) && parent.expression !== node && parent.elseStatement && isChosen(analysis, parent.expression)) {
      const other = parent.thenStatement === node ? parent.elseStatement : parent.thenStatement;
      if (!looksAtRequest(analysis, other, parent.expression)) branch = { own: node, all: parent, other };
    }
  }
  return branch;
}

/** Does a branch do anything with what was asked of the request, or with what its function was given, besides answering? It may well find out who calls. */
function looksAtRequest(analysis: FileAnalysis, branch: ts.Statement, condition: ts.Expression): boolean {
  if (mentions(branch, new Set(namesIn(condition)))) return true;
  let found = false;
  walk(branch, (node) => {
    if (found || !ts.isIdentifier(node) || isMemberName(node)) return !found;
    const { parent } = node;
    const isReply =
      ts.isPropertyAccessExpression(parent) &&
      ts.isCallExpression(parent.parent) &&
      parent.parent.expression === parent &&
      analysis.site(parent.parent)?.role?.reply !== undefined;
    found = !isReply && analysis.resolver.declarations.find(node)?.kind === 'parameter';
    return !found;
  });
  return found;
}

/** Names of values that stand in an expression. */
function namesIn(expression: ts.Expression): string[] {
  const names: string[] = [];
  walk(expression, (node) => {
    if (ts.isIdentifier(node) && !isMemberName(node)) names.push(node.text);
    return true;
  });
  return names.filter((name) => name !== 'undefined');
}

/** Is it asked only whether a header was sent: `req.headers.get('x-hook-id') !== null`, under a name or not? */
function isChosen(analysis: FileAnalysis, condition: ts.Expression): boolean {
  const asked = bare(condition);
  const value = bare(ts.isIdentifier(asked) ? analysis.resolver.deref(asked) : asked);
  if (ts.isPrefixUnaryExpression(value)) return value.operator === ts.SyntaxKind.ExclamationToken && isChosen(analysis, value.operand);
  if (ts.isBinaryExpression(value))
    return (
      /^[!=]==?$/.test(ts.tokenToString(value.operatorToken.kind) ?? '') && isEmptyValue(value.right) && isChosen(analysis, value.left)
    );
  if (ts.isCallExpression(value) && value.arguments.length === 1 && /^(?:Boolean|has)$/.test(lastName(bare(value.expression)) ?? ''))
    return /\bheaders\b/.test(value.getText(analysis.source));
  const read = analysis.tables.read(analysis.resolver.pathOf(value));
  return read?.identity !== true && (read?.credential === true || read?.input === 'headers');
}

/** The first of a chain of `else if`. */
function firstOf(test: ts.IfStatement): ts.IfStatement {
  return ts.isIfStatement(test.parent) && test.parent.elseStatement === test ? firstOf(test.parent) : test;
}

/** `message.type === 'login'` */
function tellsKind(condition: ts.Expression): boolean {
  const value = bare(condition);
  if (!ts.isBinaryExpression(value) || !/^===?$/.test(ts.tokenToString(value.operatorToken.kind) ?? '')) return false;
  const named = bare(value.right);
  return (
    /^(type|kind|event|action|op|operation|cmd|command|topic|(msg|message|event)_?type)$/i.test(lastName(bare(value.left)) ?? '') &&
    (ts.isStringLiteralLike(named) || (ts.isPropertyAccessExpression(named) && /^[A-Z]/.test(named.getText())))
  );
}

/** What a page found out about its caller: a server function written in it gets that back as it was, sealed by the framework, and may test it. */
export function capturedBy(analysis: FileAnalysis, fn: FunctionInfo): Candidate[] {
  const { body } = fn.node;
  const first = body && ts.isBlock(body) ? body.statements[0] : undefined;
  if (
    !fn.parent ||
    !first ||
    !ts.isExpressionStatement(first) ||
    !ts.isStringLiteral(first.expression) ||
    first.expression.text !== 'use server'
  )
    return [];
  return analysis
    .parts(fn.parent)
    .sites.filter(({ node }) => node.end <= fn.node.pos)
    .flatMap((site) => candidateOf(analysis, site) ?? []);
}

/**
 * Members of an identity that are read as if it were there: for callers without one, the function ends there. With `unseen`, those
 * that something out of sight may have put there.
 */
export function insistentReads(
  analysis: FileAnalysis,
  parts: readonly FunctionInfo[],
  kind: true | 'unseen' = true,
): ts.PropertyAccessExpression[] {
  const known = insistent[kind === true ? 'sure' : 'unseen'];
  let reads = known.get(analysis);
  if (!reads) {
    reads = analysis.outline.members.filter(
      (node): node is ts.PropertyAccessExpression =>
        ts.isPropertyAccessExpression(node) &&
        !(node.flags & ts.NodeFlags.OptionalChain) &&
        analysis.tables.read(analysis.resolver.pathOf(node))?.throwsIfMissing === kind,
    );
    known.set(analysis, reads);
  }
  return reads
    .filter((node) =>
      parts.some(({ node: { body } }) => body && body.pos <= node.pos && node.end <= body.end && !isConditional(node, body)),
    )
    .slice(0, 1);
}

const insistent = {
  sure: new WeakMap<FileAnalysis, ts.PropertyAccessExpression[]>(),
  unseen: new WeakMap<FileAnalysis, ts.PropertyAccessExpression[]>(),
};

/** May the place be passed by: in a branch, behind `&&`, inside a try that goes on? */
function isConditional(node: ts.Node, body: ts.Node): boolean {
  for (let child: ts.Node = node, parent = node.parent; child !== body; child = parent, parent = parent.parent) {
    if (isFunctionNode(child)) return true;
    if (ts.isIfStatement(parent) && parent.expression !== child) return true;
    if (ts.isConditionalExpression(parent) && parent.condition !== child) return true;
    if (
      ts.isBinaryExpression(parent) &&
      parent.right === child &&
      /^(&&|\|\||\?\?)$/.test(ts.tokenToString(parent.operatorToken.kind) ?? '')
    )
      return true;
    if (ts.isBinaryExpression(parent) && parent.left === child && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) return true;
    // Where nobody is there, what stands behind the `try` goes on.
    if (
      ts.isTryStatement(parent) &&
      parent.tryBlock === child &&
      parent.catchClause &&
      !leaves(parent.catchClause.block) &&
      following(parent).length > 0
    )
      return true;
    if (ts.isSwitchStatement(parent) || ts.isCatchClause(parent) || ts.isIterationStatement(parent, false)) return true;
  }
  return false;
}

/**
 * The member of a record that says whether its owner has shared it, where a test refuses those who ask for others:
 * `if (!board?.isPublic) throw new Forbidden()`. Either the member or the refusal has to say so.
 */
export function sharingFlag(analysis: FileAnalysis, test: ts.IfStatement): string | undefined {
  const condition = bare(test.expression);
  if (!ts.isPrefixUnaryExpression(condition) || condition.operator !== ts.SyntaxKind.ExclamationToken) return undefined;
  const value = bare(condition.operand);
  if (!ts.isPropertyAccessExpression(value) || !ts.isIdentifier(bare(value.expression))) return undefined;
  const says =
    /^(is_?)?(public|published|shared)/i.test(value.name.text) ||
    /\bpublic(ly)?\b|\bshared\b/i.test(test.thenStatement.getText(analysis.source));
  return says && isRecord(analysis, bare(value.expression) as ts.Identifier) ? analysis.label(value, 40) : undefined;
}

export function returnsNames(fn: FunctionInfo, candidate: Candidate): boolean {
  const { body } = fn.node;
  if (!body) return false;
  const values = ts.isBlock(body)
    ? fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []))
    : [body];
  return values.some((value) => (value.pos <= candidate.node.pos && candidate.node.end <= value.end) || mentions(value, candidate.names));
}
