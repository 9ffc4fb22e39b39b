import { ts } from 'ts-morph';
import type { FunctionSummary } from '../model/facts';
import { boundNames, mentions } from '../syntax/flow';
import { walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import { isRequested } from './accountLookups';
import type { CallSite, FileAnalysis, Parts } from './analysis';
import { refusesIn, statusOf } from './refusals';

/** Callers are refused with these where somebody finds out who they are. */
const refusal = /\b40[13]\b/;
const exchange = /grant_?type\W{1,6}authorization_code/i;

/** Names of what says which session a caller has. */
const sessionName = /session|token|jwt|ticket/i;

/** The call by which a function has another service find out who calls, in plain words: it is shown the caller's session, or the code that somebody comes back with from signing in. */
export function askedService(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  { all, sites }: Parts,
  deeds: FunctionSummary['deeds'],
): string | undefined {
  if (analysis.context.side === 'client') return undefined;
  const asked = sites.filter(({ role }) => role?.outbound && role.outbound.kind !== 'mail' && role.outbound.kind !== 'database');
  if (asked.length === 0) return undefined;
  // RFC 6749, 4.1.3: nobody but who has just signed in there has such a code. What ends in a session of our own is a way in.
  if (deeds?.includes('issues-token') && exchange.test(analysis.source.text.slice(fn.node.pos, fn.node.end)))
    return 'the service that people sign in with';
  if (!analysis.mayHold(refusal)) return undefined;
  const shown = asked.find((site) => showsSession(analysis, site) && all.some((part) => refusesUnlessFound(analysis, part, site)));
  return shown && analysis.label(shown.node, 40);
}

/** Is a call handed a session that the request says: `fetch(url, { headers: { 'X-Session': sessionId } })`? */
function showsSession(analysis: FileAnalysis, { node }: CallSite): boolean {
  let shows = false;
  for (const argument of node.arguments ?? [])
    walk(argument, (inner) => {
      if (shows || isFunctionNode(inner)) return false;
      if (ts.isIdentifier(inner) && sessionName.test(inner.text) && !isKey(inner) && isRequested(analysis, inner)) shows = true;
      return !shows;
    });
  return shows;
}

function isKey(name: ts.Identifier): boolean {
  const { parent } = name;
  return (ts.isPropertyAssignment(parent) || ts.isPropertyAccessExpression(parent)) && parent.name === name;
}

/** Are callers refused with 401 or 403 for what a call gave? */
function refusesUnlessFound(analysis: FileAnalysis, part: FunctionInfo, { node }: CallSite): boolean {
  let value: ts.Node = node;
  while (ts.isAwaitExpression(value.parent) || ts.isParenthesizedExpression(value.parent)) value = value.parent;
  if (!ts.isVariableDeclaration(value.parent)) return false;
  const names = new Set(boundNames(value.parent.name));
  return part.ifs.some(
    (test) =>
      ts.isIfStatement(test) &&
      test.pos > node.end &&
      mentions(test.expression, names) &&
      /^40[13]$/.test(String(statusOf(test.thenStatement) ?? '')) &&
      refusesIn(analysis, test.thenStatement, part),
  );
}
