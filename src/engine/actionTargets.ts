import type { Fact, FileFacts, Route } from '../model/facts';
import type { Finding } from '../model/finding';
import type { Span } from './api';

export function idOf(finding: Finding): { fingerprint: string; rule: string } {
  return { fingerprint: finding.fingerprint, rule: finding.rule };
}

/** A finding is at a place when the spans meet, or when they start on the same line. */
export function touches(finding: Span, place: Span, lineOf: (offset: number) => number): boolean {
  return (finding.start <= place.end && place.start <= finding.end) || lineOf(finding.start) === lineOf(place.start);
}

/** The innermost route handler around an offset. */
export function handlerOf(
  facts: FileFacts | undefined,
  routes: readonly Route[],
  offset: number,
): { id: string; span: Span; route?: Route } | undefined {
  let best: { id: string; span: Span; route?: Route } | undefined;
  for (const route of routes) {
    if (route.handler?.file !== facts?.file) continue;
    const fn = facts?.functions.find((candidate) => candidate.id === route.handler!.id);
    if (!fn) continue;
    // Where it is registered counts as the handler, too, unless that is in another file, whose offsets say nothing here.
    const places = route.file === facts!.file ? [fn.span, route.span] : [fn.span];
    const start = Math.min(...places.map((place) => place.start));
    const end = Math.max(...places.map((place) => place.end));
    if (offset < start || offset > end) continue;
    if (!best || fn.span.start > best.span.start) best = { id: fn.id, span: fn.span, route };
  }
  return best;
}

/** Facts of a function and of the callbacks inside it. */
export function factsIn(facts: FileFacts, id: string): Fact[] {
  const fn = facts.functions.find((candidate) => candidate.id === id);
  if (!fn) return [];
  return facts.facts.filter((fact) => fact.kind !== 'mount' && fact.span.start >= fn.span.start && fact.span.end <= fn.span.end);
}
