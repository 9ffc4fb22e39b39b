import { ts } from 'ts-morph';
import type { AccountDeed, FunctionSummary, GuardEvidence } from '../model/facts';
import { limiterName } from '../model/lexicon';
import { conditionOf } from '../syntax/conditions';
import { boundNames, dispositionOf, mentions } from '../syntax/flow';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { comparesSent } from './comparedPasswords';
import { lastName } from './guardConditions';
import { isResultHeeded } from './heededChecks';
import { conditionsOf } from './pathConditions';

/** A look at the text tells of most functions that nothing in them limits anything. */
const telling =
  /limit|throttl|quota|429|too.?many|slow.?down|consume|attempt|cool.?down|lock.?(out|ed)|captcha|turnstile|brute|flood|bot.?id|protect|usage|ip\b|cd:|resend/i;

/** Members that count tries or keep somebody out after too many. */
const countsTries =
  /^(login|failed|otp|verify|verification|sign_?in|password|code)?_?(failed|login|otp)?_?attempts?$|^locked_?(until|at|out)$|^lock_?until$|^is_?locked$|^too_?many/i;

/** What in a function limits how often somebody may call it; certain or not. One for all, or one for each path that it tells apart. */
export function limitsOf(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  parts: readonly FunctionInfo[],
  sites: readonly CallSite[],
): GuardEvidence[] {
  const found: GuardEvidence[] = [];
  const said = telling.test(analysis.source.text.slice(fn.node.pos, fn.node.end));
  for (const site of sites) {
    const limited = limitedBy(analysis, site, said);
    if (!limited) continue;
    found.push({
      kind: 'rate-limit',
      level: 'NONE',
      name: analysis.label(site.node.expression, 50),
      span: analysis.span(site.node),
      ...conditionsOf(analysis, site.node),
      ...(limited === 'unsure' ? { unsure: true as const } : {}),
      ...(limited === 'handed' && !analysis.entries.has(fn) ? { handed: 'part' as const } : {}),
    });
  }
  const isSettled = found.some(({ unsure }) => !unsure);
  for (const part of said && !isSettled ? parts : []) {
    const own = part.node.body && ownLimit(analysis, part.node.body);
    if (own) found.push(own);
  }
  return perCondition(found);
}

/** The surest limit; with those for other paths and methods where it is not for all. */
function perCondition(found: readonly GuardEvidence[]): GuardEvidence[] {
  const surest = found.find(({ unsure }) => !unsure) ?? found[0];
  if (!surest) return [];
  if (!surest.when && !surest.methods) return [surest];
  const keyOf = ({ when, methods }: GuardEvidence): string => JSON.stringify([when, methods]);
  const kept = new Map([[keyOf(surest), surest]]);
  for (const other of found) if (!kept.has(keyOf(other))) kept.set(keyOf(other), other);
  return [...kept.values()];
}

/** Looks up, or counts, what is kept for an address: `hits.get(ip)`, `redis.incr(`login:${ip}`)`. */
const counting = /^(get|getItem|get_?item|incr|incrby|hincrby|increment|hit|has|exists|zcard|zcount|ttl|setnx|consume|take|check)$/i;
const whoCalls = /(^|_)ip(_?addr(ess)?)?$|(remote|client|user|caller)_?(ip|addr(ess)?)$|x-(forwarded-for|real-ip)|cf-connecting-ip/i;
const keyOfLimit = /(^|[:_-])(rate_?-?limit|limit|throttle|cool_?down|cd|attempts?|otp_sent|resend)([:_-]|$)/i;

/** Is something counted or remembered for whoever calls? */
function countsCallers(site: CallSite): boolean {
  const callee = bare(site.node.expression);
  const [key] = site.node.arguments ?? [];
  if (!key || !ts.isPropertyAccessExpression(callee) || !counting.test(callee.name.text)) return false;
  let found = false;
  walk(key, (node) => {
    if (ts.isIdentifier(node) && whoCalls.test(node.text)) found = true;
    if ((ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isStringLiteral(node)) && keyOfLimit.test(node.text)) found = true;
    return !found;
  });
  return found;
}

/** Does a call limit its caller? */
function limitedBy(analysis: FileAnalysis, site: CallSite, said: boolean): 'sure' | 'unsure' | 'handed' | undefined {
  const { role, node } = site;
  if (role?.verify?.kind === 'rate-limit') {
    if (role.verify.fails !== 'result') return 'sure';
    return !isHeeded(node) || !isResultHeeded(analysis, node) ? undefined : isOnlyGivenBack(node) ? 'handed' : 'sure';
  }
  if (role?.guard?.kind === 'rate-limit') return undefined;
  // Middleware that is made elsewhere and called by hand: `limiter(req, res, next)`.
  if (site.callee?.endsWith('()') && analysis.tables.call(site.callee.slice(0, -2))?.guard?.kind === 'rate-limit') return 'sure';
  const called = analysis.resolver.functionOf(node.expression);
  const summary = called && analysis.summaryOf(called.ref);
  const inner = summary?.guards.find(({ kind }) => kind === 'rate-limit');
  if (inner?.handed) return !isHeeded(node) || !isResultHeeded(analysis, node) ? undefined : isOnlyGivenBack(node) ? 'handed' : 'sure';
  if (inner) return inner.unsure ? 'unsure' : refuses(summary!) || isHeeded(node) ? 'sure' : undefined;
  if (said && countsCallers(site)) return 'unsure';
  // A service that tells people from scripts is asked: `fetch('https://challenges.cloudflare.com/turnstile/v0/siteverify', …)`.
  const asked = said && role?.outbound && node.arguments?.[0];
  if (asked && limiterName.test(analysis.textOf(asked) ?? asked.getText(analysis.source))) return isHeeded(node) ? 'unsure' : undefined;
  // A name is believed of what nobody can look into, and of what has an answer for those it refuses.
  if (!said || role || !limiterName.test(nameOf(analysis, node))) return undefined;
  return !isHeeded(node) && summary && !refuses(summary) ? undefined : 'unsure';
}

function nameOf(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): string {
  const callee = bare(node.expression);
  // Of a chain only the last name and what it is called on speak for it: `ratelimit(10, '1 m').limit`.
  return ts.isPropertyAccessExpression(callee)
    ? `${lastName(bare(callee.expression)) ?? analysis.label(callee.expression, 40)}.${callee.name.text}`
    : analysis.label(callee, 60);
}

/** Does a function end the request, or leave by throwing, for some of its callers? */
function refuses(summary: FunctionSummary): boolean {
  return summary.throws || summary.replies || summary.rejects;
}

/** Is the result of a call looked at, handed on or given back? */
function isHeeded(node: ts.CallExpression | ts.NewExpression): boolean {
  const disposition = dispositionOf(node);
  if (disposition.kind === 'ignored') return false;
  if (disposition.kind !== 'bound') return true;
  const names = new Set(boundNames(disposition.name));
  const statement = disposition.declaration.parent.parent;
  return ts.isBlock(statement.parent) || ts.isSourceFile(statement.parent) || ts.isCaseClause(statement.parent)
    ? statement.parent.statements.some((other) => other !== statement && mentions(other, names))
    : true;
}

/** Is what a call says only given back, for callers to look at: `return !success`? */
function isOnlyGivenBack(node: ts.CallExpression | ts.NewExpression): boolean {
  const disposition = dispositionOf(node);
  if (disposition.kind === 'returned') return true;
  if (disposition.kind !== 'bound') return false;
  const names = new Set(boundNames(disposition.name));
  const statement = disposition.declaration.parent.parent;
  if (!ts.isBlock(statement.parent)) return false;
  const users = statement.parent.statements.filter((other) => other !== statement && mentions(other, names));
  return users.length > 0 && users.every(ts.isReturnStatement);
}

/** A refusal that a function makes itself because there were too many calls or tries; not one that it only passes on. */
function ownLimit(analysis: FileAnalysis, body: ts.Node): GuardEvidence | undefined {
  let found: GuardEvidence | undefined;
  walk(body, (node) => {
    if (found && !found.unsure) return false;
    if (node !== body && isFunctionNode(node)) return false;
    const isStatus =
      (ts.isNumericLiteral(node) && node.text === '429') ||
      (ts.isIdentifier(node) && /^too_?many_?requests/i.test(node.text)) ||
      (ts.isStringLiteral(node) && node.text === 'TOO_MANY_REQUESTS');
    const isCount = ts.isIdentifier(node) && countsTries.test(node.text);
    if (!isStatus && !isCount) return true;
    const parent = node.parent;
    if (
      isStatus &&
      ((ts.isBinaryExpression(parent) && isComparison(parent)) || ts.isCaseClause(parent) || isPassedOn(analysis, node, body))
    )
      return true;
    found = {
      kind: 'rate-limit',
      level: 'NONE',
      name: isStatus ? 'an answer 429' : node.getText(analysis.source),
      span: analysis.span(node),
      ...(isStatus ? {} : { unsure: true as const }),
    };
    return true;
  });
  return found;
}

function isComparison({ operatorToken }: ts.BinaryExpression): boolean {
  return /^[!=]==?$/.test(ts.tokenToString(operatorToken.kind) ?? '');
}

/** Does an answer 429 only repeat that another service said so? */
function isPassedOn(analysis: FileAnalysis, node: ts.Node, body: ts.Node): boolean {
  for (let child = node, parent = node.parent; parent && child !== body; child = parent, parent = parent.parent) {
    if (ts.isCatchClause(parent) || ts.isCaseClause(parent)) return true;
    const condition = ts.isIfStatement(parent) || ts.isConditionalExpression(parent) ? conditionOf(parent) : undefined;
    if (condition && condition !== child && /\b429\b|\bstatus|\.code\b|error|err\b|message/i.test(condition.getText(analysis.source)))
      return true;
  }
  return false;
}

/** Methods of records and helpers of packages that compare a password with its digest, where nobody can look into them. */
const comparesPassword =
  /^(compare|check|verify|validate|is|match|matches|authenticate)_?(valid|correct)?_?(password|passwd|pwd)(_?(match|matches|valid|correct|hash))?$/i;

/** Is a call handed first what makes it a deed: `session.set('userId', …)`, and not `session.set('theme', …)`? */
export function fitsDeed(analysis: FileAnalysis, { node, role }: CallSite): boolean {
  const { arg0, named } = role?.deed ?? {};
  if (arg0 === undefined && named === undefined) return true;
  const text = analysis.textOf(node.arguments?.[0]);
  return text !== undefined && (arg0 === undefined || text === arg0) && (named?.test(text) ?? true);
}

/** What a function does with passwords and sessions, by its own calls and those of what it calls. */
export function deedsOf(analysis: FileAnalysis, fn: FunctionInfo, sites: readonly CallSite[]): AccountDeed[] {
  const deeds = new Set<AccountDeed>();
  if (comparesSent(analysis, fn)) deeds.add('checks-password');
  for (const site of sites) {
    const deed = site.role?.deed;
    if (deed && fitsDeed(analysis, site)) deeds.add(deed.does);
    if (site.role) continue;
    const called = analysis.resolver.functionOf(site.node.expression);
    for (const inner of analysis.summaryOf(called?.ref)?.deeds ?? []) deeds.add(inner);
    const callee = bare(site.node.expression);
    // One argument alone is looked at for its strength, unless a record compares it with its own.
    if (comparesPassword.test(lastName(callee) ?? '') && (site.node.arguments?.length ?? 0) >= (ts.isIdentifier(callee) ? 2 : 1))
      deeds.add('checks-password');
  }
  return [...deeds];
}
