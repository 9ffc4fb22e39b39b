import { ts } from 'ts-morph';

/** The nodes of one top-level statement in document order, and for each the index after the last node below it. */
export interface Flat {
  nodes: ts.Node[];
  ends: number[];
}

/** By tree, so that the collector of garbage has little to look after. */
const flats = new WeakMap<ts.Node, ReadonlyMap<ts.Statement, { flat: Flat }>>();

/** Remembers the lists of all statements of a tree, for as long as it lives. */
export function keepFlats(source: ts.SourceFile, statements: ReadonlyMap<ts.Statement, { flat: Flat }>): void {
  flats.set(source, statements);
}

/**
 * Notes where a node stands in the list of its statement. The number that type checkers give to nodes is free here, since
 * nothing is type-checked, and a field that nodes have anyway costs nothing.
 */
export function setIndex(node: ts.Node, index: number): void {
  (node as unknown as { id: number }).id = index + 1;
}

/** The list that a node is in, and its index there; undefined for trees that no outline was made of. */
export function placeInFlat(node: ts.Node): { flat: Flat; at: number } | undefined {
  const at = ((node as unknown as { id: number | undefined }).id ?? 0) - 1;
  if (at < 0) return undefined;
  let top = node;
  while (top.parent && top.parent.kind !== ts.SyntaxKind.SourceFile) top = top.parent;
  const flat = top.parent && flats.get(top.parent)?.get(top as ts.Statement)?.flat;
  return flat && flat.nodes[at] === node ? { flat, at } : undefined;
}
