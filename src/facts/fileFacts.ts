import { ts } from 'ts-morph';
import type { Fact, FileFacts, FunctionPlace } from '../model/facts';
import type { Span } from '../model/finding';
import type { FunctionInfo } from '../syntax/outline';
import { brokenRegions } from '../syntax/broken';
import { lineStartsOf } from '../syntax/ranges';
import { FileAnalysis, type FileContext, type Project } from './analysis';
import { summaryOf } from './exportFacts';
import { wantedFunctions } from './wantedFunctions';
import { recognisers } from './recognise';
import { recogniseBuilders } from './recognise/builders';
import { recogniseSecrets } from './recognise/secrets';
import { hasDirective } from './recognise/fileRoutes';
import { Stopwatch } from './stopwatch';
import type { Tables } from './tables';

/** Starts the analysis of a file; summaries and exports can be asked for at once, facts are made by `factsOf`. */
export function analyse(
  source: ts.SourceFile,
  context: FileContext,
  tables: Tables,
  project: Project,
  watch = new Stopwatch(Infinity),
): FileAnalysis {
  return new FileAnalysis(source, context, tables, project, watch);
}

/** All facts of a file as plain data; `all` still has those in regions with syntax errors. A quiet file has only its summary. */
export function factsOf(
  analysis: FileAnalysis,
  dependsOn: readonly string[],
  quiet = false,
  demanded: Iterable<string> = [],
): { facts: FileFacts; all: Fact[] } {
  const { source } = analysis;
  const builders = recogniseBuilders(analysis);
  const broken = brokenRegions(source);
  const all = quiet ? [] : recogniseAll(analysis);
  const facts = broken.length === 0 ? all : all.filter((fact) => !broken.some((region) => overlaps(region, fact.span)));
  const directive = ['use server', 'use client'].find((text) => hasDirective(source.statements, text));
  const result: FileFacts = {
    file: analysis.file,
    lineStarts: lineStartsOf(source),
    functions: isInert(analysis) ? [] : analysis.outline.functions.map((fn) => placeOf(analysis, fn)),
    facts,
    summary: summaryOf(analysis, builders, [...wantedFunctions(analysis, all), ...demanded]),
    dependsOn: [...dependsOn],
    packages: [...analysis.imports],
    broken: broken.length > 0,
    ...(directive !== undefined ? { directive } : {}),
    comments: commentsOf(source.text),
  };
  return { facts: result, all };
}

/** Files that no request reaches. */
export function isInert(analysis: FileAnalysis): boolean {
  const { role } = analysis.context;
  return role === 'test' || role === 'generated' || role === 'example';
}

/** Runs all recognisers, in their order. */
export function recogniseAll(analysis: FileAnalysis): Fact[] {
  // Nobody calls tests, and nobody mends generated code; credentials are wrong wherever they stand.
  const wanted = isInert(analysis) ? recognisers.filter((recognise) => recognise === recogniseSecrets) : recognisers;
  return wanted.flatMap((recognise) => {
    analysis.watch.check();
    return recognise(analysis);
  });
}

export function placeOf(analysis: FileAnalysis, fn: FunctionInfo): FunctionPlace {
  return { id: fn.id, name: fn.name, span: analysis.span(fn.node), ...(fn.parent ? { parent: fn.parent.id } : {}) };
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Comments that may speak to us: suppressions and markers. */
export function commentsOf(text: string): FileFacts['comments'] {
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
