/** What differences between trees are worked out from. Ids stay the same from one state to the next. */
interface Line {
  id: string;
  children: readonly this[];
}

/** All nodes of a tree by id. */
export function nodesById<T extends Line>(roots: readonly T[]): Map<string, T> {
  const found = new Map<string, T>();
  const visit = (node: T): void => {
    found.set(node.id, node);
    node.children.forEach(visit);
  };
  roots.forEach(visit);
  return found;
}

/** Ids of the parents of all nodes that have one. */
export function parentsById<T extends Line>(nodes: ReadonlyMap<string, T>): Map<string, string> {
  return new Map([...nodes.values()].flatMap((node) => node.children.map((child): [string, string] => [child.id, node.id])));
}

/**
 * Ids of the nodes to show anew when a tree gives way to another: those whose own line or list of children changed, a node standing for
 * everything below it. Undefined stands for the whole tree.
 */
export function changedNodes<T extends Line>(before: readonly T[], after: readonly T[]): string[] | undefined {
  if (ids(before) !== ids(after)) return undefined;
  return after.flatMap((node, index) => changedIn(before[index]!, node));
}

function changedIn<T extends Line>(before: T, after: T): string[] {
  if (line(before) !== line(after) || ids(before.children) !== ids(after.children)) return [after.id];
  return after.children.flatMap((child, index) => changedIn(before.children[index]!, child));
}

function ids(nodes: readonly Line[]): string {
  return JSON.stringify(nodes.map(({ id }) => id));
}

function line(node: Line): string {
  return JSON.stringify({ ...node, children: node.children.length });
}
