import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Node } from 'yaml';
import type { Span } from '../model/finding';

/** A piece of text in a YAML file, with the keys that lead to it. Offsets are 0-based. */
export interface YamlText {
  /** Keys and indexes from the top. */
  path: readonly (string | number)[];
  value: string;
  /** The value as written, quotes or the sign of a block included. */
  span: Span;
  /** The key in front of it, or the value itself in a list. */
  keySpan: Span;
}

/** All texts, numbers and the like of a YAML file; undefined when it cannot be read at all. Aliases are not followed. Never throws. */
export function readYaml(text: string): YamlText[] | undefined {
  const found: YamlText[] = [];
  const visit = (node: unknown, path: readonly (string | number)[], keySpan: Span | undefined): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : undefined;
        if (name !== undefined) visit(value, [...path, name], spanOf(key as Node) ?? keySpan);
      }
    } else if (isSeq(node)) node.items.forEach((item, index) => visit(item, [...path, index], spanOf(item as Node)));
    else if (isScalar(node) || node === null) {
      const span = (node && spanOf(node)) ?? keySpan;
      if (span)
        found.push({
          path,
          value: node?.value === null || node?.value === undefined ? '' : String(node.value),
          span,
          keySpan: keySpan ?? span,
        });
    }
  };
  try {
    const documents = parseAllDocuments(text, {
      lineCounter: new LineCounter(),
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
      version: '1.2',
    });
    for (const document of documents) if ('contents' in document) visit(document.contents, [], undefined);
  } catch {
    return undefined;
  }
  return found;
}

function spanOf(node: Node | null): Span | undefined {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}
