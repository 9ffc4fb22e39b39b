import { ts } from 'ts-morph';
import { bare, constantString } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';
import { callsOf, nameOf } from './counts';

/** Relations by which somebody's whole account comes along. */
const account = /^(?:users?|customers?|clients?|patients?|employees?|accounts?)$/i;

/**
 * The relation by which a query takes whole accounts along with what it reads, with every column they have:
 * `findMany({ include: { user: true } })`, `with: { members: { with: { user: true } } }`, `.populate('client')`.
 */
export function includedAccount(analysis: FileAnalysis, site: CallSite): string | undefined {
  for (const call of callsOf(site)) {
    const [first, second] = call.arguments ?? [];
    if (!first) continue;
    if (nameOf(call) === 'populate') {
      const name = second === undefined ? constantString(first) : undefined;
      if (name !== undefined && account.test(name)) return name;
    } else {
      const found = relationIn(analysis, first, 3);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function relationIn(analysis: FileAnalysis, options: ts.Expression, depth: number): string | undefined {
  const object = analysis.resolver.deref(options);
  if (depth === 0 || !ts.isObjectLiteralExpression(object)) return undefined;
  for (const property of object.properties) {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name) || !/^(?:include|with)$/.test(property.name.text)) continue;
    const relations = analysis.resolver.deref(property.initializer);
    if (!ts.isObjectLiteralExpression(relations)) continue;
    for (const relation of relations.properties) {
      if (!ts.isPropertyAssignment(relation) || !ts.isIdentifier(relation.name)) continue;
      const given = bare(relation.initializer);
      if (given.kind === ts.SyntaxKind.TrueKeyword) {
        if (account.test(relation.name.text)) return relation.name.text;
      } else {
        const further = relationIn(analysis, given, depth - 1);
        if (further !== undefined) return further;
      }
    }
  }
  return undefined;
}
