import { findNodeAtLocation, getNodeValue, parseTree, type Node } from 'jsonc-parser';
import type { Span } from '../model/finding';

/** A member of an object in a JSON file, with where it stands. Offsets are 0-based. */
export interface JsonMember {
  name: string;
  value: unknown;
  /** Name and value. */
  span: Span;
  /** The value alone, quotes included. */
  valueSpan: Span;
}

/** JSON with comments and trailing commas, and where its members stand. What is broken is left out; never throws. */
export class JsonPlaces {
  private readonly root: Node | undefined;

  constructor(text: string) {
    this.root = parseTree(text, [], { allowTrailingComma: true });
  }

  /** The member at a path of names; undefined if there is none. */
  member(...path: string[]): JsonMember | undefined {
    const node = this.root && findNodeAtLocation(this.root, path);
    return node && memberOf(node);
  }

  /** Members of the object at a path, in their order. */
  members(...path: string[]): JsonMember[] {
    const node = this.root && (path.length === 0 ? this.root : findNodeAtLocation(this.root, path));
    if (node?.type !== 'object') return [];
    return (node.children ?? []).flatMap(({ children }) => (children?.[1] ? (memberOf(children[1]) ?? []) : []));
  }

  /** All members that are texts, at any depth, in their order. */
  texts(): (JsonMember & { value: string })[] {
    const found: (JsonMember & { value: string })[] = [];
    const visit = (node: Node): void => {
      const member = node.type === 'string' ? memberOf(node) : undefined;
      if (member && typeof member.value === 'string' && member.valueSpan.start === node.offset)
        found.push({ ...member, value: member.value });
      for (const child of node.children ?? []) visit(child);
    };
    if (this.root) visit(this.root);
    return found;
  }
}

function memberOf(value: Node): JsonMember | undefined {
  const property = value.parent;
  const key = property?.type === 'property' ? property.children?.[0] : undefined;
  if (!key) return undefined;
  return {
    name: String(getNodeValue(key)),
    value: getNodeValue(value),
    span: { start: key.offset, end: value.offset + value.length },
    valueSpan: { start: value.offset, end: value.offset + value.length },
  };
}
