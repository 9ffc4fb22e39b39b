import { ts } from 'ts-morph';
import type { Fact, FileFacts } from '../model/facts';
import type { Span } from '../model/finding';
import { lineStartsOf } from '../syntax/ranges';
import { FileAnalysis, type FileContext, type Project } from './analysis';
import { summaryOf } from './exportFacts';
import { recognisers } from './recognise';
import { recogniseBuilders } from './recognise/builders';
import { hasDirective } from './recognise/fileRoutes';
import type { Tables } from './tables';

/** Starts the analysis of a file; summaries and exports can be asked for at once, facts are made by `factsOf`. */
export function analyse(source: ts.SourceFile, context: FileContext, tables: Tables, project: Project): FileAnalysis {
  return new FileAnalysis(source, context, tables, project);
}

/** All facts of a file as plain data. */
export function factsOf(analysis: FileAnalysis, dependsOn: readonly string[]): FileFacts {
  const { source } = analysis;
  const builders = recogniseBuilders(analysis);
  const broken = brokenRegions(source);
  const facts: Fact[] = [];
  for (const recognise of recognisers) for (const fact of recognise(analysis)) if (!broken.some((region) => overlaps(region, fact.span))) facts.push(fact);
  const directive = ['use server', 'use client'].find((text) => hasDirective(source.statements, text));
  return {
    file: analysis.file,
    lineStarts: lineStartsOf(source),
    functions: analysis.outline.functions.map((fn) => ({
      ...analysis.summary(fn)!,
      span: analysis.span(fn.node),
      nameSpan: analysis.span(fn.node.name ?? fn.node),
      exportedAs: [],
      ...(fn.parent ? { parent: fn.parent.id } : {}),
    })),
    facts,
    summary: summaryOf(analysis, builders),
    dependsOn: [...dependsOn],
    packages: [...analysis.imports],
    broken: broken.length > 0,
    ...(directive !== undefined ? { directive } : {}),
    comments: commentsOf(source),
  };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Statements around syntax errors: what stands inside them may be anything. */
function brokenRegions(source: ts.SourceFile): Span[] {
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

/** Comments that may speak to us: suppressions and markers. */
function commentsOf(source: ts.SourceFile): FileFacts['comments'] {
  const { text } = source;
  const found: FileFacts['comments'] = [];
  for (let at = text.indexOf('production-gap'); at !== -1; at = text.indexOf('production-gap', at + 1)) {
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const before = text.slice(lineStart, at);
    const open = Math.max(before.lastIndexOf('//'), before.lastIndexOf('/*'));
    if (open === -1) continue;
    const isBlock = before.startsWith('/*', open);
    const close = isBlock ? text.indexOf('*/', at) : text.indexOf('\n', at);
    const end = close === -1 ? text.length : isBlock ? close + 2 : close;
    found.push({ text: text.slice(lineStart + open, end).replace(/\r$/, ''), span: { start: lineStart + open, end } });
  }
  return found;
}
