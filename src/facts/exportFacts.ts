import { ts } from 'ts-morph';
import type { BuilderFact, ExportFact, FileSummary } from '../model/facts';
import { piecesOf } from '../syntax/lists';
import { memberValues, membersGiven } from '../syntax/memberValues';
import { bare, constantString } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import { classFacts } from './classFacts';
import { limitsOfModel } from './columnLimits';
import { enumText, isFrozen } from './constantText';
import { exportedRows, exportedTable } from './exportedTables';

/** What one export name stands for, worked out on demand; undefined when the file has no such export of its own. */
export function exportFact(analysis: FileAnalysis, name: string): ExportFact | undefined {
  const known = analysis.exportFacts.get(name);
  if (known) return known;
  const fact = findExport(analysis, name);
  // Before all calls are resolved, the answer may still be short of something.
  if (fact && analysis.prepared) analysis.exportFacts.set(name, fact);
  return fact;
}

function findExport(analysis: FileAnalysis, name: string): ExportFact | undefined {
  for (const entry of analysis.exports) {
    if ('star' in entry) continue;
    if ('value' in entry && entry.name === name) return passedOn(analysis, entry.value) ?? factOfValue(analysis, entry.value, name);
    if ('enumeration' in entry) {
      const text = name.startsWith(`${entry.name}.`) ? enumText(entry.enumeration, name.slice(entry.name.length + 1)) : undefined;
      if (text !== undefined) return { text };
      if (entry.name === name) return { object: name };
      continue;
    }
    if ('value' in entry && name.startsWith(`${entry.name}.`))
      return memberFact(analysis, entry.value, name.slice(entry.name.length + 1), name);
    if (entry.name !== name) continue;
    if ('type' in entry) {
      const path = analysis.resolver.types.pathOfTypeDeclaration(entry.type);
      return path === undefined ? {} : { path };
    }
    if ('specifier' in entry) {
      const target = analysis.project.module(analysis.file, entry.specifier);
      if ('file' in target) return { from: { file: target.file, name: entry.original } };
      if ('package' in target) {
        const root = `${target.package}#`;
        const path = entry.original === 'default' || entry.original === '*' ? root : analysis.resolver.rewrite(root, entry.original);
        return path === undefined ? {} : { path };
      }
      return {};
    }
  }
  return undefined;
}

/** What another file exports, when that is all that is exported: `import { users } from './users'; export { users };`. */
function passedOn(analysis: FileAnalysis, value: ts.Node): ExportFact | undefined {
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  if (declaration?.kind !== 'import') return undefined;
  const target = analysis.project.module(analysis.file, declaration.specifier);
  return 'file' in target ? { from: { file: target.file, name: declaration.name } } : undefined;
}

/** A member of an exported object; `name` is that under which others ask for it. */
function memberFact(analysis: FileAnalysis, value: ts.Node, member: string, name: string): ExportFact | undefined {
  if (!ts.isExpression(value)) return undefined;
  const object = objectBehind(analysis, value);
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  const [first, ...deeper] = member.split('.');
  for (const property of object.properties) {
    if (!property.name || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) || property.name.text !== first) continue;
    if (deeper.length > 0) {
      const inner = ts.isPropertyAssignment(property)
        ? property.initializer
        : ts.isShorthandPropertyAssignment(property)
          ? property.name
          : undefined;
      return inner && memberFact(analysis, inner, deeper.join('.'), name);
    }
    if (ts.isPropertyAssignment(property)) return factOfValue(analysis, property.initializer, name);
    if (ts.isShorthandPropertyAssignment(property)) return factOfValue(analysis, property.name, name);
    if (ts.isMethodDeclaration(property)) {
      const info = analysis.outline.byNode.get(property);
      return info && { fn: info.id };
    }
  }
  // `collections.notes = db.collection('notes')`
  const [given] =
    deeper.length === 0 && ts.isIdentifier(value) ? memberValues(analysis.outline, analysis.resolver.declarations, value, first!) : [];
  return given && factOfValue(analysis, given, name);
}

/** The expression behind a name; a description is what it was made of: `createRoute({ method, path })`. */
function objectBehind(analysis: FileAnalysis, value: ts.Expression): ts.Expression {
  const behind = analysis.resolver.deref(value);
  if (ts.isCallExpression(behind) && isFrozen(analysis, behind)) return analysis.resolver.deref(behind.arguments[0]!);
  return describedBy(analysis, behind) ?? behind;
}

/** What a call gives back that describes an endpoint. */
function describedBy(analysis: FileAnalysis, value: ts.Expression): ts.ObjectLiteralExpression | undefined {
  const [described] =
    ts.isCallExpression(value) && analysis.tables.call(analysis.resolver.pathOf(value.expression))?.describes ? value.arguments : [];
  const object = described && analysis.resolver.deref(described);
  return object && ts.isObjectLiteralExpression(object) ? object : undefined;
}

function factOfValue(
  analysis: FileAnalysis,
  value: ts.Expression | ts.FunctionDeclaration | ts.ClassLikeDeclaration,
  name: string,
): ExportFact {
  const { resolver } = analysis;
  if (ts.isFunctionDeclaration(value)) {
    const info = analysis.outline.byNode.get(value);
    return info ? { fn: info.id } : {};
  }
  if (ts.isClassLike(value)) return value.name ? { cls: value.name.text } : {};
  const fact: ExportFact = {};
  const path = resolver.pathOf(value);
  const own = `file:${analysis.file}#`;
  if (path?.startsWith(own) && !path.includes('()') && !path.slice(own.length).includes('class ')) fact.fn = path.slice(own.length);
  else if (path?.startsWith(`${own}class `) && !path.includes('()')) fact.cls = path.slice(own.length + 6);
  else if (path !== undefined) fact.path = path;
  const behind = objectBehind(analysis, value);
  const text =
    constantString(behind) ??
    (ts.isTemplateExpression(behind) || ts.isPropertyAccessExpression(behind) || ts.isBinaryExpression(behind)
      ? analysis.textOf(behind)
      : undefined);
  if (text !== undefined) fact.text = text;
  if (
    ts.isObjectLiteralExpression(behind) &&
    fact.fn === undefined &&
    (fact.path === undefined || ts.isCallExpression(resolver.deref(value)))
  ) {
    delete fact.path;
    fact.object = name;
    const members = exportedTable(analysis, behind, (inner) => factOfValue(analysis, inner, name), name);
    if (members) fact.members = members;
  }
  const limits = limitsOfModel(analysis, behind);
  if (limits) fact.limits = limits;
  const pieces = fact.fn === undefined ? piecesOf(behind) : undefined;
  const rows = pieces && exportedRows(analysis, pieces, (inner) => factOfValue(analysis, inner, name), name);
  if (rows) fact.rows = rows;
  if (fact.fn === undefined && (ts.isCallExpression(behind) || ts.isNewExpression(behind))) {
    const entity = resolver.entityOf(value);
    if (entity !== undefined) fact.entity = entity;
    const handler = analysis.handlerRefs(behind)[0];
    if (handler && (handler.fn || handler.wraps || (handler.path !== undefined && handler.path !== path))) fact.handler = handler;
  } else if (ts.isArrayLiteralExpression(behind)) {
    const handlers = isChain(behind) ? analysis.handlerRefs(behind) : [];
    if (handlers.some((handler) => handler.fn || handler.wraps || analysis.tables.call(handler.path))) fact.handlers = handlers;
  } else if (fact.path !== undefined) {
    const entity = resolver.entityOf(value);
    if (entity !== undefined) fact.entity = entity;
  }
  return fact;
}

/** May a list hold middleware? Lists of anything else are long, or hold literals. */
function isChain({ elements }: ts.ArrayLiteralExpression): boolean {
  return (
    elements.length > 0 &&
    elements.length <= 20 &&
    elements.every((element) =>
      /^(Identifier|PropertyAccessExpression|CallExpression|SpreadElement|ArrowFunction|FunctionExpression)$/.test(
        ts.SyntaxKind[bare(element).kind],
      ),
    )
  );
}

/** Names of the properties of an object, and of those of the objects in it, with dots. */
function membersOf(analysis: FileAnalysis, object: ts.ObjectLiteralExpression, depth: number): string[] {
  return object.properties.flatMap((property) => {
    if (!property.name || !ts.isIdentifier(property.name)) return [];
    const name = property.name.text;
    const value =
      depth > 1 && ts.isPropertyAssignment(property)
        ? bare(property.initializer)
        : depth > 1 && ts.isShorthandPropertyAssignment(property)
          ? property.name
          : undefined;
    // Descriptions are looked for behind names, other objects are not.
    const inner = value && (ts.isObjectLiteralExpression(value) ? value : describedBy(analysis, analysis.resolver.deref(value)));
    return [name, ...(inner ? membersOf(analysis, inner, depth - 1).map((deeper) => `${name}.${deeper}`) : [])];
  });
}

/** What all names stand for that a file exports itself; members of objects and of enumerations have names with dots. */
export function ownExports(analysis: FileAnalysis): Record<string, ExportFact> {
  const exports: Record<string, ExportFact> = {};
  for (const entry of analysis.exports) {
    if ('star' in entry) continue;
    const fact = exportFact(analysis, entry.name);
    if (!fact) continue;
    exports[entry.name] = fact;
    if ('enumeration' in entry) {
      for (const { name } of entry.enumeration.members) {
        const member = ts.isIdentifier(name) || ts.isStringLiteral(name) ? `${entry.name}.${name.text}` : undefined;
        const found = member === undefined ? undefined : exportFact(analysis, member);
        if (found && member !== undefined) exports[member] = found;
      }
      continue;
    }
    if (fact.object === undefined || !('value' in entry) || !ts.isExpression(entry.value)) continue;
    const object = objectBehind(analysis, bare(entry.value));
    if (!ts.isObjectLiteralExpression(object)) continue;
    const later = ts.isIdentifier(entry.value) ? membersGiven(analysis.outline, analysis.resolver.declarations, entry.value) : [];
    for (const member of [...membersOf(analysis, object, 3), ...later]) {
      const found = memberFact(analysis, entry.value, member, `${entry.name}.${member}`);
      if (found) exports[`${entry.name}.${member}`] = found;
    }
  }
  return exports;
}

/** Files that a file passes on as they are. */
export function starsOf(analysis: FileAnalysis): string[] {
  return analysis.exports.flatMap((entry) => {
    if (!('star' in entry)) return [];
    const target = analysis.project.module(analysis.file, entry.star);
    return 'file' in target ? [target.file] : [];
  });
}

/** What other files may depend on about this file; `wanted` are ids of functions to summarise. Spans are left out where they would only ripple. */
export function summaryOf(analysis: FileAnalysis, builders: readonly BuilderFact[], wanted: Iterable<string>): FileSummary {
  const stars = starsOf(analysis);
  const exports = ownExports(analysis);
  const functions: FileSummary['functions'] = {};
  for (const id of wanted) summariseInto(functions, analysis, id);
  const builderFacts: FileSummary['builders'] = {};
  for (const builder of builders) builderFacts[builder.entity] = builder;
  return { exports, stars, functions, classes: classFacts(analysis), builders: builderFacts };
}

/** Adds the summary of a function, and of what it returns; ids that are no functions are passed over. */
export function summariseInto(functions: FileSummary['functions'], analysis: FileAnalysis, id: string): void {
  if (functions[id]) return;
  const summary = analysis.ownSummary(id);
  if (!summary) return;
  functions[id] = summary;
  if (summary.returnsFunction !== undefined) summariseInto(functions, analysis, summary.returnsFunction);
}
