import { ts } from 'ts-morph';
import type { ExportFact } from '../model/facts';
import { instanceOf } from '../syntax/accessPaths';
import { piecesOf, type Piece } from '../syntax/lists';
import { bare, constantString } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/** Longer lists are data. */
const mostRows = 200;
/** How deep rows are looked into: `{ options: { preHandler: [requireUser] } }`. */
const deepest = 3;
/** Names by which a row says what it registers. */
const telling = /^(?:path|url|uri|route|router|routes|handler|controller|method|prefix|endpoint)$/i;
const verb = /^(?:get|post|put|patch|delete|all|use)$/i;

const filling = /\.(?:push|unshift|splice)\(/;

type FactOf = (value: ts.Expression) => ExportFact;

/**
 * The rows of an exported table that may drive registrations: descriptions of routes, lists with a path in front, routers, controllers.
 * Undefined for lists of anything else, and where some rows can't be read. `factOf` says what a single value is,
 * `key` by what the table is known.
 */
export function exportedRows(analysis: FileAnalysis, pieces: readonly Piece[], factOf: FactOf, key: string): ExportFact[] | undefined {
  // A list that nothing stands in yet, and to which its file adds nothing.
  if (pieces.length === 0) return filling.test(analysis.source.text) ? undefined : [];
  if (pieces.length > mostRows || !pieces.every(({ node, isList }) => isList || mayBeRow(analysis, node))) return undefined;
  const rows: ExportFact[] = [];
  for (const [index, { node, isList }] of pieces.entries()) {
    const own = `${key}.${index}`;
    const found = isList ? rowsBehind(analysis, node, factOf, own) : [{ ...described(analysis, node, factOf, deepest), row: { key: own } }];
    if (!found) return undefined;
    rows.push(...found);
  }
  return rows.length <= mostRows ? rows : undefined;
}

/**
 * What an exported object holds that may drive registrations, by name: `{ '/users': users, '/orders': orders }`. Undefined for objects of
 * anything else.
 */
export function exportedTable(
  analysis: FileAnalysis,
  object: ts.ObjectLiteralExpression,
  factOf: FactOf,
  key: string,
): ExportFact['members'] {
  const { properties } = object;
  if (properties.length === 0 || properties.length > mostRows || !properties.every((property) => mayBeNamedRow(analysis, property)))
    return undefined;
  const members = Object.entries(described(analysis, object, factOf, deepest).members ?? {});
  return Object.fromEntries(members.map(([name, member]) => [name, { ...member, row: { key: `${key}.${name}` } }]));
}

function mayBeNamedRow(analysis: FileAnalysis, property: ts.ObjectLiteralElementLike): boolean {
  const { name } = property;
  if (!name || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) return false;
  if (ts.isShorthandPropertyAssignment(property)) return mayBeRow(analysis, property.name);
  if (ts.isMethodDeclaration(property)) return name.text.startsWith('/');
  return (
    ts.isPropertyAssignment(property) &&
    (mayBeRow(analysis, property.initializer) || (name.text.startsWith('/') && constantString(bare(property.initializer)) === undefined))
  );
}

/** The rows of a list that is spread into another one. */
function rowsBehind(analysis: FileAnalysis, node: ts.Expression, factOf: FactOf, key: string): ExportFact[] | undefined {
  const behind = analysis.resolver.deref(node);
  const pieces = piecesOf(behind);
  if (pieces) return exportedRows(analysis, pieces, factOf, key);
  const told = analysis.exportedFact(behind);
  return told?.rows?.map((row) => seenFromElsewhere(row, told.file));
}

/** What a file says of a value, in words that hold in other files. */
function seenFromElsewhere({ fn, cls, object, ...fact }: ExportFact, file: string): ExportFact {
  const path =
    fn !== undefined
      ? `file:${file}#${fn}`
      : cls !== undefined
        ? `file:${file}#class ${cls}`
        : object !== undefined
          ? `object:${file}#${object}`
          : undefined;
  const members =
    fact.members && Object.fromEntries(Object.entries(fact.members).map(([name, member]) => [name, seenFromElsewhere(member, file)]));
  return {
    ...fact,
    ...(path === undefined ? {} : { path }),
    ...(fact.row ? { row: { file, ...fact.row } } : {}),
    ...(members ? { members } : {}),
    ...(fact.rows ? { rows: fact.rows.map((row) => seenFromElsewhere(row, file)) } : {}),
  };
}

function mayBeRow(analysis: FileAnalysis, element: ts.Expression): boolean {
  const value = analysis.resolver.deref(element);
  if (ts.isObjectLiteralExpression(value))
    return value.properties.some(({ name }) => name !== undefined && ts.isIdentifier(name) && telling.test(name.text));
  if (ts.isArrayLiteralExpression(value)) {
    const first = constantString(value.elements[0]);
    // Texts alone register nothing.
    const isMore = value.elements.some((inner) => constantString(inner) === undefined);
    return isMore && first !== undefined && (first.startsWith('/') || verb.test(first));
  }
  if (!ts.isNewExpression(value) && !ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return false;
  const path = analysis.resolver.pathOf(value);
  return path !== undefined && (analysis.tables.registrars.has(path) || instanceOf(path) !== undefined);
}

/** What a value of a row is, with what is in it. */
function described(analysis: FileAnalysis, node: ts.Expression, factOf: FactOf, depth: number): ExportFact {
  const value = analysis.resolver.deref(node);
  if (depth > 0 && ts.isObjectLiteralExpression(value)) {
    const members: Record<string, ExportFact> = {};
    for (const property of value.properties) {
      if (!property.name || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) continue;
      const { text } = property.name;
      const method = ts.isMethodDeclaration(property) ? analysis.outline.byNode.get(property) : undefined;
      if (method) members[text] = { fn: method.id };
      else if (ts.isPropertyAssignment(property)) members[text] = described(analysis, property.initializer, factOf, depth - 1);
      else if (ts.isShorthandPropertyAssignment(property)) members[text] = described(analysis, property.name, factOf, depth - 1);
    }
    return { members };
  }
  if (depth > 0 && ts.isArrayLiteralExpression(value))
    return { ...factOf(node), rows: value.elements.map((element) => described(analysis, bare(element), factOf, depth - 1)) };
  const own = analysis.outline.byNode.get(value);
  return own ? { fn: own.id } : factOf(node);
}
