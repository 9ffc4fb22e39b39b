import type { GuardKind, LoadedRecord, MountFact, RouteGuard } from '../model/facts';

/** One way that requests take to a registrar. */
export interface Way {
  prefix: string;
  /** Connection of a server that it leads through, with the reason why that is open to all. */
  connection?: { entity: string; declaredPublic?: string };
  guards: RouteGuard[];
  unknown?: string;
  /** What alone the doubt is about, where a guard decides by path in a way that could not be read; absent when it is about everything. */
  about?: readonly GuardKind[];
  mounted: boolean;
  /** Records that are looked up on it for the handler. */
  loads?: readonly LoadedRecord[];
}

/** A reason why nobody can tell what stands on a way. */
export type Doubt = Pick<Way, 'unknown' | 'about'>;

/** Both doubts: the first one is told. */
export function together(first: Doubt, second: Doubt): Doubt {
  const told = first.unknown ?? second.unknown;
  if (told === undefined) return {};
  const parts = [first, second].filter(({ unknown }) => unknown !== undefined);
  return {
    unknown: told,
    ...(parts.every(({ about }) => about !== undefined) ? { about: parts.flatMap(({ about }) => about ?? []) } : {}),
  };
}

/** The connection of a server that a mount stands for, or that the way before it leads through. */
export function connectionOn(way: Way, mount: MountFact, entity: string): Pick<Way, 'connection'> {
  if (!mount.connection) return way.connection ? { connection: way.connection } : {};
  return { connection: { entity, ...(mount.declaredPublic === undefined ? {} : { declaredPublic: mount.declaredPublic }) } };
}

/** What is looked up on a way and on what leads on from it. */
export function loadedOn(way: Way, { loads }: { loads: Pick<Way, 'loads'> }): Pick<Way, 'loads'> {
  const all = [...(way.loads ?? []), ...(loads.loads ?? [])];
  return all.length > 0 ? { loads: all } : {};
}

/** The reason as a property, when there is one. */
export function pick(unknown: string | undefined): { unknown?: string } {
  return unknown === undefined ? {} : { unknown };
}
