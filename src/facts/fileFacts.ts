import { ts } from 'ts-morph';
import type { Fact, FileFacts, FunctionPlace } from '../model/facts';
import type { Span } from '../model/finding';
import type { FunctionInfo } from '../syntax/outline';
import { brokenRegions } from '../syntax/broken';
import { lineStartsOf } from '../syntax/ranges';
import { FileAnalysis } from './analysis';
import type { FileContext, Project } from './fileContext';
import { summaryOf } from './exportFacts';
import { wantedFunctions } from './wantedFunctions';
import { recognisers } from './recognise';
import { recogniseBuilders } from './recognise/builders';
import { recogniseEntries } from './recognise/entries';
import { recogniseSecrets } from './recognise/secrets';
import { hasDirective } from './recognise/fileRoutes';
import { Stopwatch } from './stopwatch';
import type { Tables } from './tables';

/** Starts the analysis of a file; summaries and exports can be asked for at once, facts are made by `makeFacts`. */
export function analyse(
  source: ts.SourceFile,
  context: FileContext,
  tables: Tables,
  project: Project,
  watch = new Stopwatch(Infinity),
): FileAnalysis {
  return new FileAnalysis(source, context, tables, project, watch);
}

/** What a file's facts are made with. */
export interface Making {
  analysis: FileAnalysis;
  /** Only its summary is wanted. */
  quiet: boolean;
  /** Functions that others asked about although they were not expected to. Asked in the end. */
  demanded(): Iterable<string>;
}

/** Facts of a file as plain data; `all` still has those in regions with syntax errors. */
export interface Made {
  facts: FileFacts;
  all: Fact[];
}

/**
 * Makes all facts of a file, one kind after the other: between two of them, those of other files may be made. Whom it
 * depends on is left to the caller, who knows whom it asked.
 */
export function* makeFacts({ analysis, quiet, demanded }: Making): Generator<undefined, Made> {
  const { source } = analysis;
  analysis.prepare();
  yield;
  if (!quiet && !isInert(analysis)) recogniseEntries(analysis);
  analysis.ready = true;
  yield;
  const builders = recogniseBuilders(analysis);
  const broken = brokenRegions(source);
  const all: Fact[] = [];
  for (const recognise of quiet ? [] : recognisersFor(analysis)) {
    if (recognise === recogniseEntries) continue;
    yield;
    analysis.watch.check();
    all.push(...recognise(analysis));
  }
  yield;
  const facts = broken.length === 0 ? all : all.filter((fact) => !broken.some((region) => overlaps(region, fact.span)));
  const directive = ['use server', 'use client'].find((text) => hasDirective(source.statements, text));
  const made: FileFacts = {
    file: analysis.file,
    lineStarts: lineStartsOf(source),
    functions: isInert(analysis) ? [] : analysis.outline.functions.map((fn) => placeOf(analysis, fn)),
    facts,
    summary: summaryOf(analysis, builders, [...wantedFunctions(analysis, all), ...demanded()]),
    dependsOn: [],
    packages: [...analysis.imports],
    broken: broken.length > 0,
    ...(directive !== undefined ? { directive } : {}),
    comments: commentsOf(source.text),
  };
  return { facts: made, all };
}

/** Files that no request reaches. */
export function isInert(analysis: FileAnalysis): boolean {
  const { role } = analysis.context;
  return role === 'test' || role === 'generated' || role === 'example';
}

/** The recognisers that look at a file, in their order. */
function recognisersFor(analysis: FileAnalysis): typeof recognisers {
  // Nobody calls tests, and nobody mends generated code; credentials are wrong wherever they stand.
  return isInert(analysis) ? recognisers.filter((recognise) => recognise === recogniseSecrets) : recognisers;
}

/** Runs all recognisers, in their order. */
export function recogniseAll(analysis: FileAnalysis): Fact[] {
  return recognisersFor(analysis).flatMap((recognise) => {
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
