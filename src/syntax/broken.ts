import { ts } from 'ts-morph';
import type { Span } from '../model/finding';

/** Statements around syntax errors: what stands inside them may be anything. */
export function brokenRegions(source: ts.SourceFile): Span[] {
  const errors = (source as unknown as { parseDiagnostics?: { start: number }[] }).parseDiagnostics ?? [];
  return errors.slice(0, 50).map((error) => {
    let region: ts.Node | undefined;
    const descend = (node: ts.Node): void => {
      ts.forEachChild(node, (child) => {
        if (child.pos <= error.start && error.start <= child.end) {
          if (ts.isStatement(child) && !ts.isBlock(child)) region = child;
          descend(child);
        }
      });
    };
    descend(source);
    return region ? { start: region.getStart(source), end: region.end } : { start: error.start, end: error.start + 1 };
  });
}

/** Top-level statements with syntax errors in them; errors behind the last one are counted to it. */
export function damagedStatements(source: ts.SourceFile): Span[] {
  const errors = (source as unknown as { parseDiagnostics?: { start: number }[] }).parseDiagnostics ?? [];
  const damaged = new Set<ts.Statement>();
  for (const { start } of errors) {
    const statement = source.statements.find(({ end }) => start <= end) ?? source.statements[source.statements.length - 1];
    if (statement) damaged.add(statement);
  }
  return [...damaged].map(({ pos, end }) => ({ start: pos, end }));
}

/** The innermost statement, member of a class or property around a span; undefined when none holds all of it. */
export function homeOf(source: ts.SourceFile, span: Span): Span | undefined {
  let home: Span | undefined;
  const descend = (node: ts.Node): void => {
    if (node.pos > span.start || span.end > node.end) return;
    const start = node.getStart(source);
    if (start > span.start) return;
    if ((ts.isStatement(node) && !ts.isBlock(node)) || ts.isClassElement(node) || ts.isObjectLiteralElement(node))
      home = { start, end: node.end };
    ts.forEachChild(node, descend);
  };
  source.statements.forEach(descend);
  return home;
}
