import { ts } from 'ts-morph';
import type { CallSite, FileAnalysis } from './analysis';
import { storedIn } from './callArguments';
import { recordChanges, savedRecord } from './recordChanges';

/** A column with what is stored in it. */
export interface Stored {
  name: ts.Node;
  column: string;
  value: ts.Expression;
}

/** Columns that a write stores, as far as they are written out: in its arguments, or in the record that it saves. */
export function storedBy(analysis: FileAnalysis, site: CallSite): Stored[] {
  const changed = (savedRecord(site) ? recordChanges(analysis, site) : undefined) ?? [];
  return [
    ...changed.flatMap(({ member, value, node }) => (value ? [{ name: node, column: member, value }] : [])),
    ...storedIn(site).flatMap(({ argument }) => columnsOf(analysis, argument, 3)),
  ];
}

/** `{ role }`, `{ data: { role } }`, `{ $set: { role } }`, `[{ role }]` */
function columnsOf(analysis: FileAnalysis, argument: ts.Expression, depth: number): Stored[] {
  const value = ts.isSpreadElement(argument) ? argument : analysis.resolver.deref(argument);
  if (depth === 0) return [];
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => columnsOf(analysis, element, depth - 1));
  if (!ts.isObjectLiteralExpression(value)) return [];
  return value.properties.flatMap((property): Stored[] => {
    if (ts.isShorthandPropertyAssignment(property)) return [{ name: property, column: property.name.text, value: property.name }];
    if (!ts.isPropertyAssignment(property) || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) return [];
    const column = property.name.text;
    return /^(?:data|\$set|set|values|create|update)$/.test(column)
      ? columnsOf(analysis, property.initializer, depth - 1)
      : [{ name: property, column, value: property.initializer }];
  });
}
