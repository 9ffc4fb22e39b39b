import { ts } from 'ts-morph';
import type { FunctionSummary } from '../model/facts';
import { FileAnalysis } from './analysis';
import { exportFact } from './exportFacts';
import { mentions, type Kept } from './incremental';

/** Index of the only statement that is not the same node as before. */
export function onlyChange(kept: Kept, source: ts.SourceFile): number | undefined {
  if (source.statements.length !== kept.statements.length) return undefined;
  let changed: number | undefined;
  for (let index = 0; index < kept.statements.length; index++) {
    if (source.statements[index] === kept.statements[index]) continue;
    if (changed !== undefined) return undefined;
    changed = index;
  }
  return changed;
}

/** Registrations, functions and constants made by a call: statements that other statements know by name at most. */
export function isSelfContained(old: ts.Statement, statement: ts.Statement, source: ts.SourceFile): boolean {
  if (old.kind !== statement.kind) return false;
  if (ts.isExpressionStatement(statement)) {
    const { expression } = statement;
    // An assignment may make an export or give a variable its value; a string may be a directive.
    return (
      (ts.isCallExpression(expression) || ts.isAwaitExpression(expression)) &&
      (ts.isCallExpression((old as ts.ExpressionStatement).expression) || ts.isAwaitExpression((old as ts.ExpressionStatement).expression))
    );
  }
  if (ts.isFunctionDeclaration(statement))
    return (
      statement.body !== undefined &&
      statement.name?.text === (old as ts.FunctionDeclaration).name?.text &&
      modifiersOf(statement) === modifiersOf(old as ts.FunctionDeclaration)
    );
  if (!ts.isVariableStatement(statement)) return false;
  const list = statement.declarationList;
  const oldList = (old as ts.VariableStatement).declarationList;
  if (
    list.declarations.length !== 1 ||
    oldList.declarations.length !== 1 ||
    list.flags !== oldList.flags ||
    modifiersOf(statement) !== modifiersOf(old as ts.VariableStatement)
  )
    return false;
  const { name, initializer, type } = list.declarations[0]!;
  const before = oldList.declarations[0]!;
  if (!ts.isIdentifier(name) || !ts.isIdentifier(before.name) || name.text !== before.name.text || type || before.type || !initializer)
    return false;
  return (
    source.text.length > 0 &&
    (ts.isCallExpression(initializer) || ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) &&
    before.initializer?.kind === initializer.kind
  );
}

function modifiersOf(node: ts.FunctionDeclaration | ts.VariableStatement): string {
  return (ts.getModifiers(node) ?? []).map((modifier) => modifier.kind).join();
}

/** Do others see the same under the names that the statement declares? */
export function sameMeaning(
  kept: Kept,
  analysis: FileAnalysis,
  old: ts.Statement,
  statement: ts.Statement,
  summaries: readonly FunctionSummary[],
): boolean {
  const name = ts.isFunctionDeclaration(statement)
    ? statement.name
    : ts.isVariableStatement(statement)
      ? (statement.declarationList.declarations[0]!.name as ts.Identifier)
      : undefined;
  if (!name) return false;
  // What a function does is news to those that mention it; whoever imports it is told by its summary.
  const isNews = summaries.some((summary) => !summary.id.includes('.') && shape(summary) !== shape(kept.summaries[summary.id]));
  const { text } = analysis.source;
  if (isNews && (mentions(text.slice(0, statement.pos), name.text) || mentions(text.slice(statement.end), name.text))) return false;
  for (const entry of analysis.exports) {
    if (!('value' in entry) || entry.value.pos < statement.pos || entry.value.end > statement.end) continue;
    const now = exportFact(analysis, entry.name);
    // What is in an object is exported by names of its own.
    if (now?.object !== undefined || shape(now) !== shape(kept.whole.summary.exports[entry.name])) return false;
  }
  if (ts.isFunctionDeclaration(statement)) return true;
  const declaration = (old as ts.VariableStatement).declarationList.declarations[0]!;
  const before = kept.analysis.resolver;
  return (
    before.pathOf(declaration.initializer!) ===
    analysis.resolver.pathOf((statement as ts.VariableStatement).declarationList.declarations[0]!.initializer!)
  );
}

/** What is said, wherever it stands: equal texts say the same. */
export function shape(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'span' ? undefined : inner)) ?? '';
}
