import { ts } from 'ts-morph';
import type { FunctionSummary, InputSource } from '../model/facts';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { rootOf, validationsOf } from './validation';

/** Notes which parameters are validated, and of requests which parts. */
export function addValidations(analysis: FileAnalysis, summary: FunctionSummary, fn: FunctionInfo, site: CallSite): void {
  for (const { value, byName, keeps } of validationsOf(analysis, site)) {
    if (byName) continue;
    for (const part of partsIn(bare(value))) {
      const root = rootOf(part);
      const declaration = root && analysis.resolver.declarations.find(root);
      if (declaration?.kind !== 'parameter' || declaration.fn !== fn.node) continue;
      const path = analysis.resolver.pathOf(part);
      const input = analysis.tables.read(path)?.input ?? bodyOf(analysis, path);
      // What is made of members of something else says nothing of all that is in it.
      if (input === undefined && part !== bare(value)) continue;
      const isFirst = summary.validates.length === 0;
      if (input !== undefined && (isFirst || summary.validatesParts))
        summary.validatesParts = [...new Set([...(summary.validatesParts ?? []), input])];
      else delete summary.validatesParts;
      if (keeps && (isFirst || summary.validatesFields)) summary.validatesFields = true;
      else delete summary.validatesFields;
      if (!summary.validates.includes(declaration.index)) summary.validates.push(declaration.index);
    }
  }
}

/** Whatever checks a whole request checks its body. */
function bodyOf(analysis: FileAnalysis, path: string | undefined): InputSource | undefined {
  if (path === undefined) return undefined;
  const { access } = analysis.resolver;
  const parts = [
    analysis.resolver.rewrite(path, 'body'),
    ...['json', 'formData'].map((name) => access.rewriteCall(access.rewrite(path, name))),
  ];
  return parts.map((part) => analysis.tables.read(part)?.input).find((input) => input !== undefined);
}

/** `{ body: req.body, query: req.query }` is checked as several parts. */
function partsIn(value: ts.Expression): ts.Expression[] {
  if (!ts.isObjectLiteralExpression(value)) return [value];
  return value.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? [bare(property.initializer)] : []));
}
