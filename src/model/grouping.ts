/** Adds a value to the list under a key; the list is made with its first value. */
export function addTo<K, T>(groups: Map<K, T[]>, key: K, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** Things under what `keyOf` gives for them, groups and their members in the order given; things without a key are left out. */
export function groupedBy<T, K>(things: Iterable<T>, keyOf: (thing: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key !== undefined) addTo(groups, key, thing);
  }
  return groups;
}

/** All elements of some lists, in their order. For what runs at each keystroke: `flat` and `flatMap` take ten times as long. */
export function joined<T>(lists: Iterable<readonly T[]>): T[] {
  const all: T[] = [];
  for (const list of lists) for (const element of list) all.push(element);
  return all;
}
