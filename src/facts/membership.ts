import { ts } from 'ts-morph';
import { mentions } from '../syntax/flow';
import { bare, constantString, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { absentName, alternatives } from './conditions';
import type { Candidate } from './guardCandidates';
import { namesCaller } from './guardConditions';
import { identifies } from './guardLevels';

const roles = /^(?:admins?|roles?|permissions?|staff|moderators?)$/;
const members = /^(?:members?|memberships?|collaborators?|participants?)$/;
const takesTable = /^(?:from|table|collection)$/;

/**
 * What a test finds out about somebody who is known already, by looking them up among those who may do something:
 * `const { data: admin } = await db.from('admins').eq('user_id', user.id); if (!admin) …`. Other records of theirs say nothing.
 */
export function membershipIn(
  analysis: FileAnalysis,
  condition: ts.Expression,
  candidates: readonly Candidate[],
): 'ROLE' | 'OWNER' | undefined {
  for (const part of alternatives(condition)) {
    const name = absentName(part);
    const found = name === undefined ? undefined : lookedUp(analysis, part, name);
    if (!found) continue;
    const words = tablesIn(analysis, found).flatMap((table) => table.split(/_|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase()));
    const level = words.some((word) => roles.test(word)) ? 'ROLE' : words.some((word) => members.test(word)) ? 'OWNER' : undefined;
    const callers = candidates.filter(({ kind, level: known, claimed }) => kind === 'authentication' && identifies(known) && !claimed);
    if (level && (namesCaller(analysis, found, 2) || callers.some(({ names }) => mentions(found, names)))) return level;
  }
  return undefined;
}

/** What a name in a condition was read with. */
function lookedUp(analysis: FileAnalysis, condition: ts.Expression, name: string): ts.Expression | undefined {
  let found: ts.Expression | undefined;
  walk(condition, (node) => {
    if (found || !ts.isIdentifier(node) || node.text !== name) return !found;
    const declaration = analysis.resolver.declarations.find(node);
    found = declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
    return !found;
  });
  return found;
}

/** Names that may be those of tables, in calls that read records. */
function tablesIn(analysis: FileAnalysis, value: ts.Expression): string[] {
  const names: string[] = [];
  let reads = false;
  walk(value, (node) => {
    if (isFunctionNode(node)) return false;
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return true;
    if (analysis.site(node)?.role?.data?.operation === 'read') reads = true;
    const argument = node.arguments[0] && bare(node.arguments[0]);
    if (argument && takesTable.test(node.expression.name.text))
      names.push(constantString(argument) ?? (ts.isIdentifier(argument) ? argument.text : ''));
    const receiver = bare(node.expression.expression);
    if (ts.isPropertyAccessExpression(receiver)) names.push(receiver.name.text);
    return true;
  });
  return reads ? names : [];
}
