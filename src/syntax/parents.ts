import { ts } from 'ts-morph';

/** Sets the parent links of everything below a node. */
export function setParents(node: ts.Node): void {
  ts.forEachChild(node, (child) => {
    (child as { parent: ts.Node }).parent = node;
    setParents(child);
  });
}
