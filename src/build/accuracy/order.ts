import { createHash } from 'node:crypto';

/**
 * Puts things into an order that looks random and depends on the seed and each thing's name alone: the same run gives
 * the same sample, and one thing more or less leaves the order of the others as it was.
 */
export function shuffled<T>(things: readonly T[], seed: string, nameOf: (thing: T) => string): T[] {
  return things
    .map((thing) => ({
      thing,
      key: createHash('sha256')
        .update(`${seed}\0${nameOf(thing)}`)
        .digest('hex'),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ thing }) => thing);
}
