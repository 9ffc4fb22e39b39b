import { ts } from 'ts-morph';
import type { TableRow } from '../../model/facts';
import { piecesOf } from '../../syntax/lists';
import type { FileAnalysis } from '../analysis';
import { exportFact } from '../exportFacts';

/** Where the rows of exported tables of routes stand: what another file registers of them is shown there. */
export function recogniseTablePlaces(analysis: FileAnalysis): TableRow[] {
  if (analysis.context.side === 'client') return [];
  return analysis.exports.flatMap((entry) => {
    if (!('value' in entry) || !ts.isExpression(entry.value)) return [];
    const fact = exportFact(analysis, entry.name);
    return fact?.rows || fact?.members ? placesIn(analysis, entry.value, entry.name) : [];
  });
}

function placesIn(analysis: FileAnalysis, node: ts.Expression, key: string): TableRow[] {
  const value = analysis.resolver.deref(node);
  const place = (at: ts.Node, name: string): TableRow => ({ ...analysis.base(at), kind: 'tableRow', key: `${key}.${name}` });
  const pieces = piecesOf(value);
  if (pieces)
    return pieces.flatMap(({ node: piece, isList }, index) =>
      isList ? placesIn(analysis, piece, `${key}.${index}`) : [place(piece, String(index))],
    );
  if (!ts.isObjectLiteralExpression(value)) return [];
  return value.properties.flatMap((property) =>
    property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) ? [place(property, property.name.text)] : [],
  );
}
