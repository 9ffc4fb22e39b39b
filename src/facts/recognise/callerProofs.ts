import { ts } from 'ts-morph';
import type { CallerProof } from '../../model/facts';
import { boundNames } from '../../syntax/flow';
import { bare, memberName } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';

/** Files in which somebody may be told from others. */
const telling = /cookie|session|authorization|bearer|auth/i;
/** Names of cookies that say who somebody is; those of languages, themes and forms do not. */
const ofPeople = /sess|sid\b|auth|token|jwt|user|account|login|refresh|access/i;
const notOfPeople = /csrf|xsrf|state\b|nonce|verifier|theme|locale|lang|consent|anonymous/i;

/** By what a file tells callers from each other: by cookies, which browsers send along unasked, or by a header that their code adds. */
export function recogniseCallerProofs(analysis: FileAnalysis): CallerProof[] {
  const { side, role } = analysis.context;
  if (side === 'client' || role !== 'source' || !analysis.mayHold(telling)) return [];
  const found: CallerProof[] = [];
  const add = (by: CallerProof['by'], node: ts.Node): void => {
    if (!analysis.isKnown(node)) found.push({ ...analysis.base(node), kind: 'callerProof', by });
  };
  for (const site of analysis.meaningful) if (isByCookie(analysis, site)) add('cookie', site.node);
  for (const { node, role: read } of analysis.reads) {
    const name = nameOfRead(analysis, node);
    if (read.input === 'cookies') {
      if (namesTaken(node).some(isOfPeople)) add('cookie', node);
    } else if (read.cookie) {
      if (name === undefined || isOfPeople(name)) add('cookie', node);
    } else if (read.credential && name !== undefined) {
      if (/^authorization$/i.test(name)) add('header', node);
      else if (/^cookie$/i.test(name)) add('cookie', node);
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function isByCookie(analysis: FileAnalysis, { node, role }: CallSite): boolean {
  if (!role) return false;
  if (role.cookie !== undefined) {
    const argument = node.arguments?.[role.cookie];
    const name = argument && (analysis.textOf(argument) ?? bare(argument).getText(analysis.source));
    return name !== undefined && isOfPeople(name);
  }
  return (
    role.byCookie === true ||
    ((role.verify !== undefined || role.guard !== undefined) && analysis.tables.library(role.library)?.byCookie === true)
  );
}

/** `headers.get('authorization')`, `req.cookies.sid`. */
function nameOfRead(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const value = bare(node);
  return ts.isCallExpression(value) ? analysis.textOf(value.arguments.at(-1)) : memberName(value);
}

/** `const { token } = req.cookies`, `req.cookies.token`, `req.cookies[sessionCookie]`. */
function namesTaken(node: ts.Expression): string[] {
  const { parent } = node;
  if (ts.isVariableDeclaration(parent)) return boundNames(parent.name);
  return ts.isPropertyAccessExpression(parent)
    ? [parent.name.text]
    : ts.isElementAccessExpression(parent)
      ? [parent.argumentExpression.getText()]
      : [];
}

function isOfPeople(name: string): boolean {
  return ofPeople.test(name) && !notOfPeople.test(name);
}
