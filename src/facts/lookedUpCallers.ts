import { ts } from 'ts-morph';
import { bare, constantString, propertyOf, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { targetOf } from './endpointSinks';
import { inputOf } from './requestParts';

const people =
  /(?:^|_|(?<=[a-z]))(?:users?|accounts?|profiles?|members?|admins?|employees?|customers?|Users?|Accounts?|Profiles?|Members?|Admins?|Employees?|Customers?)$/;
const selected = /\bselect\b[\s\S]*?\bfrom\s+["`]?(?:\w+["`]?\.["`]?)?(\w+)/i;
const kept = /session|user|auth/i;

/**
 * The people that a call looks the caller up among, by what the session says: `User.findById(req.session.userId)`. Whoever has no session is not
 * found, unless the library leaves out conditions without a value.
 */
export function callerLookup(analysis: FileAnalysis, site: CallSite): string | undefined {
  const data = site.role?.data;
  if (!data || (data.operation !== 'read' && data.operation !== 'raw')) return undefined;
  const args = site.node.arguments ?? [];
  if (data.skipsUndefined && !(data.keyed && hasOneKey(args[0]))) return undefined;
  if (!args.some((argument) => kept.test(argument.getText(analysis.source)))) return undefined;
  const text = data.operation === 'raw' && args[0] ? constantString(analysis.resolver.deref(args[0])) : undefined;
  const table = data.operation === 'raw' ? selected.exec(text ?? '')?.[1] : targetOf(analysis, site);
  return table !== undefined && people.test(table) && args.some((argument) => holdsIdentity(analysis, argument)) ? table : undefined;
}

/** `{ where: { id: … } }`, with one condition that has to have a value. */
function hasOneKey(options: ts.Expression | undefined): boolean {
  const where = options && propertyOf(bare(options), 'where');
  return where !== undefined && ts.isObjectLiteralExpression(where) && where.properties.length === 1;
}

function holdsIdentity(analysis: FileAnalysis, argument: ts.Expression): boolean {
  let found = false;
  walk(argument, (node) => {
    if (found || isFunctionNode(node)) return false;
    found = ts.isPropertyAccessExpression(node) && inputOf(analysis, analysis.resolver.pathOf(node)) === 'identity';
    return !found;
  });
  return found;
}
