import { ts } from 'ts-morph';
import type { Fact, SessionRead } from '../../model/facts';
import { boundNames, dispositionOf } from '../../syntax/flow';
import { walk } from '../../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { claimedFlagOf } from '../claimedFlags';
import { identifies } from '../guardLevels';
import { partsOf } from '../parts';
import { isBehindReturn } from '../reachedCode';
import { isServerCode } from '../serverCode';
import { isGivenBack, isHarmless, isName, ownWritten } from './sessionUses';

/** Members that say who somebody is, or what they may do. */
const identity = /^(user|id|uid|sub|user_?id|email|roles?|is_?admin|permissions|scopes?|tenant_?id|org(anization)?_?id|account_?id)$/i;

/** Members that say what somebody may do. */
export const standing = /^(roles?|user_?role|is_?(super_?)?admin|admin|permissions|plan|tier|tenant_?id|org(anization)?_?id)$/i;

/** Places that take an unverified container for who the caller is. Browsers may: what they believe protects nothing. */
export function recogniseSessionReads(analysis: FileAnalysis): Fact[] {
  const { side, role } = analysis.context;
  if (side === 'client' || role !== 'source') return [];
  const isUnverified = ({ role: call }: CallSite): boolean =>
    call?.unverified !== undefined && analysis.inForce(analysis.tables.library(call.library)?.packages ?? []);
  const decodes = analysis.mayHold(decoding) && analysis.mayHold(parsing);
  const sites = decodes
    ? analysis.sites.filter((site) => isUnverified(site) || isPayload(analysis, site))
    : analysis.sitesWith('unverified').filter(isUnverified);
  const own = ownWritten(analysis);
  const flags = analysis.mayHold(flagged) ? flagsIn(analysis) : [];
  if ((sites.length === 0 && own.length === 0 && flags.length === 0) || !isServerCode(analysis)) return [];
  return [...sites.flatMap((site) => readOf(analysis, site)), ...own, ...flags];
}

const flagged = /role|admin|staff|permission|access_?level|auth|logged/i;

/** Tests that let somebody in by what the request says of their rights, where the function asks for nothing else. */
function flagsIn(analysis: FileAnalysis): SessionRead[] {
  return analysis.outline.functions.flatMap((fn) =>
    fn.ifs.flatMap((test): SessionRead[] => {
      const flag = ts.isIfStatement(test) ? claimedFlagOf(analysis, test, fn) : undefined;
      const whole = flag && wholeOf(analysis, fn);
      if (!flag || !whole || verifies(analysis, whole, test.pos) || isBehindReturn(analysis, test)) return [];
      return [
        {
          ...analysis.base(test),
          span: analysis.span(flag.part),
          kind: 'sessionRead',
          library: '',
          label: analysis.label(flag.node, 50),
          from: 'flag',
          place: flag.place,
          believed: 'present',
        },
      ];
    }),
  );
}

function readOf(analysis: FileAnalysis, site: CallSite): SessionRead[] {
  const { node, role } = site;
  const fn = wholeOf(analysis, analysis.functionAround(node));
  if (!fn) return [];
  const { from, instead } = role?.unverified ?? { from: 'token' as const };
  // Middleware may look for a cookie to send people to the login page: what it lets through is checked later, or by nobody.
  if (from === 'cookie' && analysis.placed.routes.some(({ route }) => route.shape === 'middleware')) return [];
  // Whose token it is matters: what a provider answered over TLS is not of the caller's making.
  if (from === 'token' && !(node.arguments ?? []).some((argument) => isSent(analysis, argument))) return [];
  const believed = verifies(analysis, fn) ? 'absent' : believedOf(analysis, node, fn, from);
  return [
    {
      ...analysis.base(node),
      kind: 'sessionRead',
      library: role?.library ?? '',
      label: analysis.label(node.expression, 50),
      from,
      ...(instead !== undefined ? { instead } : {}),
      believed,
      ...(believed === 'present' && from === 'session' && isHarmless(analysis, node, fn) ? { harmless: true } : {}),
    },
  ];
}

/** `JSON.parse(atob(token.split('.')[1]))`: the middle of a token, read by hand. */
const decoding = /atob\(|base64/;
const parsing = /\bJSON\.parse\b/;

function isPayload(analysis: FileAnalysis, { node }: CallSite): boolean {
  const [argument] = node.arguments ?? [];
  return (
    argument !== undefined &&
    node.expression.getText(analysis.source) === 'JSON.parse' &&
    decoding.test(argument.getText(analysis.source)) &&
    payloadBehind(analysis, argument, 3)
  );
}

function payloadBehind(analysis: FileAnalysis, node: ts.Node, depth: number): boolean {
  let found = false;
  walk(node, (inner) => {
    if (found) return false;
    if (ts.isElementAccessExpression(inner) && /\.split\((['"])\.\1\)\s*\[1\]$/.test(inner.getText(analysis.source))) found = true;
    else if (ts.isIdentifier(inner) && depth > 0) {
      const behind = analysis.resolver.deref(inner, 1);
      if (behind !== inner && !isFunctionNode(behind)) found = payloadBehind(analysis, behind, depth - 1);
    }
    return !found;
  });
  return found;
}

/** Does the value come from a credential of the request? */
export function isSent(analysis: FileAnalysis, node: ts.Node, depth = 6): boolean {
  let found = false;
  walk(node, (inner) => {
    if (found) return false;
    if (ts.isExpression(inner) && analysis.tables.read(analysis.resolver.pathOf(inner))?.credential) found = true;
    else if (ts.isIdentifier(inner) && depth > 0) {
      const declaration = analysis.resolver.declarations.find(inner);
      const behind = declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
      if (behind) found = isSent(analysis, behind, depth - 1);
    }
    return !found;
  });
  return found;
}

/** The function that a callback runs as part of. */
function wholeOf(analysis: FileAnalysis, fn: FunctionInfo | undefined): FunctionInfo | undefined {
  let current = fn;
  while (current?.parent && partsOf(analysis, current.parent).includes(current)) current = current.parent;
  return current;
}

/** Does the function verify the caller in another way too, in front of a place? */
function verifies(analysis: FileAnalysis, fn: FunctionInfo, before = Infinity): boolean {
  const summary = analysis.summary(fn);
  if (summary?.guards.some(({ kind, level, span }) => kind === 'authentication' && identifies(level) && span.start < before)) return true;
  return partsOf(analysis, fn).some((part) =>
    part.calls.some((call) => {
      const verify = call.pos < before ? analysis.site(call)?.role?.verify : undefined;
      return verify !== undefined && (verify.kind ?? 'authentication') === 'authentication' && identifies(verify.level);
    }),
  );
}

/** Is who it says the caller is used for something? A session that only its token is taken from is handed on to who verifies it. */
function believedOf(
  analysis: FileAnalysis,
  node: ts.CallExpression | ts.NewExpression,
  fn: FunctionInfo,
  from: SessionRead['from'],
): SessionRead['believed'] {
  const names = new Set<string>();
  const members = new Set<string>();
  let value: ts.Expression = node;
  for (;;) {
    const disposition = dispositionOf(value);
    if (disposition.kind === 'member') {
      members.add(disposition.name);
      value = disposition.access;
      continue;
    }
    if (disposition.kind === 'bound') {
      for (const name of boundNames(disposition.name)) names.add(name);
      walk(disposition.name, (inner) => {
        if (ts.isBindingElement(inner) && ts.isIdentifier(inner.propertyName ?? inner.name))
          members.add((inner.propertyName ?? (inner.name as ts.Identifier)).getText(analysis.source));
        return true;
      });
    } else if (disposition.kind === 'assigned') {
      if (ts.isIdentifier(disposition.target)) names.add(disposition.target.text);
      else return 'unknown';
    } else if (disposition.kind === 'returned' || disposition.kind === 'argument' || disposition.kind === 'element') return 'unknown';
    break;
  }
  const { body } = fn.node;
  if (!body) return 'unknown';
  let isGate = false;
  let isHandedOn = false;
  let isUsed = false;
  walk(body, (inner) => {
    if (!ts.isIdentifier(inner) || !names.has(inner.text) || isName(inner)) return true;
    let end: ts.Expression = inner;
    for (let parent: ts.Node = end.parent; ts.isPropertyAccessExpression(parent) && parent.expression === end; parent = end.parent) {
      end = parent;
      members.add(parent.name.text);
      if (identity.test(parent.name.text) && !isGivenBack(parent)) isUsed = true;
    }
    const { kind } = dispositionOf(end);
    if (kind === 'condition') isGate = true;
    else if (end === inner && !ts.isBindingElement(inner.parent) && !ts.isVariableDeclaration(inner.parent)) isHandedOn = true;
    if (kind === 'bound') {
      const declaration = ts.isVariableDeclaration(end.parent) ? end.parent : undefined;
      if (declaration)
        walk(declaration.name, (bound) => {
          if (ts.isBindingElement(bound) && ts.isIdentifier(bound.propertyName ?? bound.name))
            members.add((bound.propertyName ?? (bound.name as ts.Identifier)).getText(analysis.source));
          return true;
        });
    }
    return true;
  });
  if ([...members].some((name) => identity.test(name))) {
    // A helper that gives it back leaves it to its callers what it is good for: a line in a log, or a query.
    const isBound = ![...names].every((name) => !identity.test(name));
    return isUsed || isBound || analysis.entries.has(fn) ? 'present' : 'unknown';
  }
  if (isHandedOn) return 'unknown';
  // Its token goes to somebody who verifies it, or nothing of it is used but that it is there.
  return isGate && from !== 'token' && !members.has('access_token') ? 'present' : 'absent';
}
