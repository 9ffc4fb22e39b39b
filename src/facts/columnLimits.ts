import { ts } from 'ts-morph';
import { bare, constantString, propertyOf } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';

/** What columns of a model are limited to, by column: absent for those that take any value or where that could not be read. */
export type ColumnLimits = Record<string, string[]>;

/** What the model of a write limits its columns to, in this file or where it is exported; undefined where nothing could be read. */
export function columnLimits(analysis: FileAnalysis, { node }: CallSite): ColumnLimits | undefined {
  const callee = bare(node.expression);
  const model = ts.isPropertyAccessExpression(callee) ? bare(callee.expression) : callee;
  const made = analysis.resolver.deref(model);
  return limitsOfModel(analysis, made) ?? (analysis.exportedFact(model) ?? analysis.exportedFact(made))?.limits;
}

/** The same for the call that makes a model, where its library says how. */
export function limitsOfModel(analysis: FileAnalysis, made: ts.Expression): ColumnLimits | undefined {
  if (!ts.isCallExpression(made)) return undefined;
  const describes = analysis.tables.call(analysis.resolver.pathOf(made.expression))?.models;
  const argument = describes && made.arguments[describes.columns];
  const object = argument && describes.limit !== undefined ? columnsIn(analysis, argument) : undefined;
  if (!object) return undefined;
  const found: ColumnLimits = {};
  for (const property of object.properties) {
    if (!ts.isPropertyAssignment(property) || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) continue;
    const value = bare(property.initializer);
    const limits = textsOf(analysis, ts.isArrayLiteralExpression(value) ? value.elements[0] : value, describes!.limit!);
    if (limits) found[property.name.text] = limits;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** The columns of a model as they are written out, in an object or in a schema that is made of one. */
export function columnsIn(analysis: FileAnalysis, argument: ts.Expression): ts.ObjectLiteralExpression | undefined {
  const schema = analysis.resolver.deref(argument);
  const columns = ts.isNewExpression(schema) || ts.isCallExpression(schema) ? schema.arguments?.[0] : schema;
  const object = columns && analysis.resolver.deref(columns);
  return object && ts.isObjectLiteralExpression(object) ? object : undefined;
}

function textsOf(analysis: FileAnalysis, column: ts.Expression | undefined, option: string): string[] | undefined {
  const given = column && propertyOf(column, option);
  if (!given || ts.isMethodDeclaration(given)) return undefined;
  const list = analysis.resolver.deref(given);
  const values = propertyOf(list, 'values');
  const texts = values && !ts.isMethodDeclaration(values) ? analysis.resolver.deref(values) : list;
  if (!ts.isArrayLiteralExpression(texts)) return undefined;
  return texts.elements.map((element) => constantString(element) ?? analysis.textOf(element) ?? '*');
}
