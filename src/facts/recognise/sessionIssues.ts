import { ts } from 'ts-morph';
import type { SessionIssue } from '../../model/facts';
import { conditionOf } from '../../syntax/conditions';
import { mentions } from '../../syntax/flow';
import { bare, walk } from '../../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../../syntax/outline';
import { accountLookupOf, isRequested, isWantedAbsent, namesAccount, namesOf, namesProof, type AccountLookup } from '../accountLookups';
import { proofIn } from '../accountProofs';
import type { CallSite, FileAnalysis, Parts } from '../analysis';
import { lastName } from '../guardConditions';
import { fitsDeed } from '../limits';
import { isBehindReturn } from '../reachedCode';
import { sourcesOf } from '../origins';

/** Something that lets its holder in as somebody: a signed token, a session, a cookie that names them. */
interface Gift {
  node: ts.Expression;
  /** What says whose it is. */
  values: readonly ts.Expression[];
  /** It is with the caller once it is made; otherwise it has to be sent. */
  given: boolean;
}

const mayIssue = /sign|session|token|cookie|generateLink/i;
const sessionCookie = /session|sid\b|auth|token|jwt|user|account|login/i;
const sessionMember =
  /^(?:user|account|member|customer|admin|uid|email|id)(?:_?(?:id|name|email))?$|^(?:current|logged_?in)_?user(?:_?id)?$/i;
const mailing = /mail|sms|whats_?app|notif|send_?(?:otp|code|link|reset|verif|invit|message)|publish|enqueue|queue/i;

/** Handlers that give a session for an account which the request names, and what proves that it is the caller's. */
export function recogniseSessionIssues(analysis: FileAnalysis): SessionIssue[] {
  const { side, role } = analysis.context;
  if (side === 'client' || role !== 'source' || !analysis.mayHold(mayIssue)) return [];
  return [...analysis.entries]
    .flatMap(([fn, kind]) => (kind === 'handler' && fn.node.body && !analysis.isKnown(fn.node) ? issuesIn(analysis, fn, fn.node.body) : []))
    .sort((a, b) => a.span.start - b.span.start);
}

function issuesIn(analysis: FileAnalysis, fn: FunctionInfo, body: ts.Node): SessionIssue[] {
  const parts = analysis.parts(fn);
  const gifts = giftsIn(analysis, parts, body);
  if (gifts.length === 0) return [];
  const lookups = parts.sites.flatMap((site) => accountLookupOf(analysis, site) ?? []);
  for (const lookup of lookups) {
    const names = withAliases(body, new Set(lookup.names), gifts);
    const gift = gifts.find(({ node, values }) => node.pos > lookup.site.node.pos && values.some((value) => mentions(value, names)));
    if (
      !gift ||
      !isSent(analysis, gift, body, parts.sites) ||
      isBehindReturn(analysis, gift.node) ||
      isWantedAbsent(body, lookup, gift.node)
    )
      continue;
    const left = leftOut(analysis, parts, lookup);
    const proof = left ? 'absent' : proofIn(analysis, fn, parts, new Set(gifts.map(({ node }) => node)));
    return [
      {
        ...analysis.base(gift.node),
        kind: 'sessionIssue',
        by: lookup.by.name,
        lookup: analysis.span(lookup.site.node),
        proof,
        ...(left ? { leftOut: left } : {}),
      },
    ];
  }
  return claimed(analysis, fn, parts, body, gifts);
}

/** A session for whom the request names outright, where no account is looked for or made: `sign({ userId: req.body.userId })`. */
function claimed(analysis: FileAnalysis, fn: FunctionInfo, parts: Parts, body: ts.Node, gifts: readonly Gift[]): SessionIssue[] {
  const summary = analysis.summary(fn);
  if (!summary || summary.sinks.some(({ kind }) => kind === 'write' || kind === 'privileged')) return [];
  for (const gift of gifts) {
    const claim = gift.values.flatMap((value) => claimsIn(analysis, value)).at(0);
    if (!claim || !isSent(analysis, gift, body, parts.sites) || isBehindReturn(analysis, gift.node)) continue;
    const proof = proofIn(analysis, fn, parts, new Set(gifts.map(({ node }) => node)));
    return [{ ...analysis.base(gift.node), kind: 'sessionIssue', by: claim.text, claimed: true, lookup: analysis.span(claim), proof }];
  }
  return [];
}

/** Names of accounts in what a token or session is made of, where the request says them. */
function claimsIn(analysis: FileAnalysis, value: ts.Expression): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  walk(analysis.resolver.deref(value), (node) => {
    if (isFunctionNode(node)) return false;
    if (
      ts.isPropertyAssignment(node) &&
      ts.isIdentifier(node.name) &&
      namesAccount(node.name.text) &&
      isRequested(analysis, node.initializer)
    )
      found.push(node.name);
    if (ts.isShorthandPropertyAssignment(node) && namesAccount(node.name.text) && isRequested(analysis, node.name)) found.push(node.name);
    return true;
  });
  return found;
}

function giftsIn(analysis: FileAnalysis, { sites }: Parts, body: ts.Node): Gift[] {
  const gifts: Gift[] = [];
  for (const site of sites) {
    const { node, role } = site;
    const values = node.arguments ?? [];
    if (role?.deed?.does === 'issues-token' && fitsDeed(analysis, site)) gifts.push({ node, values, given: role.deed.kept === true });
    else if (role?.cookie !== undefined) {
      if (sessionCookie.test(cookieName(analysis, site, role.cookie))) gifts.push({ node, values, given: true });
    } else if (!role) {
      const summary = analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref);
      if (summary?.deeds?.includes('issues-token') && !summary.deeds.includes('checks-password'))
        gifts.push({
          node,
          values,
          given: summary.replies || ts.isExpressionStatement(ts.isAwaitExpression(node.parent) ? node.parent.parent : node.parent),
        });
    }
  }
  if (/\bsession\b/.test(analysis.source.text)) {
    walk(body, (node) => {
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && isSessionMember(node.left))
        gifts.push({ node: node.left, values: [node.right], given: true });
      return true;
    });
  }
  return gifts;
}

/** `req.session.userId`, `session.user`. */
function isSessionMember(node: ts.Expression): boolean {
  const value = bare(node);
  return (
    ts.isPropertyAccessExpression(value) && sessionMember.test(value.name.text) && /^session$/i.test(lastName(bare(value.expression)) ?? '')
  );
}

function cookieName(analysis: FileAnalysis, { node }: CallSite, index: number): string {
  const argument = node.arguments?.[index];
  return argument ? (analysis.textOf(argument) ?? bare(argument).getText(analysis.source)) : '';
}

/** Names with those of variables that are made of what they hold: `const { password, ...rest } = user`, `const payload = { id: user.id }`. */
function withAliases(body: ts.Node, names: Set<string>, gifts: readonly Gift[]): Set<string> {
  for (let round = 0; round < 3; round++) {
    const before = names.size;
    walk(body, (node) => {
      if (
        ts.isVariableDeclaration(node) &&
        node.initializer &&
        mentions(node.initializer, names) &&
        !gifts.some((gift) => gift.node.pos >= node.pos && gift.node.end <= node.end)
      ) {
        for (const name of declaredNames(node.name)) names.add(name);
      }
      return true;
    });
    if (names.size === before) break;
  }
  return names;
}

function declaredNames(name: ts.BindingName): string[] {
  return ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? declaredNames(element.name) : []));
}

/** Does the caller get it, and not a mailbox? */
function isSent(analysis: FileAnalysis, gift: Gift, body: ts.Node, sites: readonly CallSite[]): boolean {
  if (gift.given || isGivenBack(analysis, gift.node)) return true;
  const names = new Set(namesOf(gift.node).concat(holderOf(gift.node)));
  if (names.size === 0) return false;
  withAliases(body, names, []);
  const told = sites.filter(({ node }) => (node.arguments ?? []).some((argument) => mentions(argument, names)));
  if (told.some(({ node, role }) => role?.outbound?.kind === 'mail' || (!role?.reply && mailing.test(analysis.label(node.expression, 80)))))
    return false;
  if (told.some((site) => site.role?.reply ?? site.role?.cookie !== undefined)) return true;
  // `setAuthCookie(res, token)`
  if (
    told.some(({ node }) =>
      node.arguments!.some((argument) => /#(?:res|reply|c|ctx|event|cookies)$/.test(analysis.resolver.pathOf(argument) ?? '')),
    )
  )
    return true;
  let returned = false;
  walk(body, (node) => {
    if (ts.isReturnStatement(node) && node.expression && !ts.isCallExpression(bare(node.expression)) && mentions(node.expression, names))
      returned = true;
    return !returned && (node === body || !isFunctionNode(node));
  });
  return returned;
}

/** Names of the variable whose value something is a part of: `const answer = { token: sign(…) }`. */
function holderOf(node: ts.Node): string[] {
  for (let current = node.parent; current && !ts.isStatement(current) && !isFunctionNode(current); current = current.parent)
    if (ts.isVariableDeclaration(current)) return declaredNames(current.name);
  return [];
}

/** `return sign(…)`, `res.json({ token: sign(…) })`. */
function isGivenBack(analysis: FileAnalysis, node: ts.Node): boolean {
  for (let current = node; current.parent && !isFunctionNode(current.parent); current = current.parent) {
    const { parent } = current;
    if (ts.isReturnStatement(parent)) return true;
    if (ts.isCallExpression(parent) && parent.expression !== current) {
      const role = analysis.site(parent)?.role;
      if (role?.reply || role?.cookie !== undefined) return true;
      if (role?.outbound?.kind === 'mail' || mailing.test(analysis.label(parent.expression, 80))) return false;
    }
    if (ts.isStatement(parent) || ts.isVariableDeclaration(parent)) return false;
  }
  return false;
}

/** The proof among what rows are looked for by that nobody has to send: the library leaves out conditions without a value. */
function leftOut(analysis: FileAnalysis, { all }: Parts, { site, keys, by }: AccountLookup): SessionIssue['leftOut'] {
  if (!site.role?.data?.skipsUndefined) return undefined;
  const proof = keys.filter((key) => key !== by && namesProof(key.name));
  const [only] = proof;
  if (proof.length !== 1 || !only) return undefined;
  const value = bare(only.value);
  const name = lastName(value);
  if (name === undefined || !sourcesOf(analysis, value, 'nosql').some(({ from, input }) => from === 'request' && input !== 'params'))
    return undefined;
  // Whoever looks at it at all may see that it is missing.
  const looked = new Set([name]);
  const isAsked = all.some((part) => part.ifs.some((test) => namesIn(conditionOf(test), looked)));
  return isAsked
    ? undefined
    : { name: only.name, library: analysis.tables.library(site.role.library)?.title ?? site.role.library, span: analysis.span(only.value) };
}

function namesIn(node: ts.Node, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(node, (inner) => {
    if (ts.isIdentifier(inner) && names.has(inner.text)) found = true;
    return !found;
  });
  return found;
}
