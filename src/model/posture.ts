import type { GuardKind, Route, RouteGuard } from './facts';
import type { Span } from './finding';

/** What endpoints are compared by. */
export type Trait = 'authentication' | 'role' | 'owner' | 'validation' | 'rate-limit' | 'logging';

/** What an endpoint does besides finding out who calls. */
export type Habit = Exclude<Trait, 'authentication' | 'role' | 'owner'>;

/**
 * What peers have in common, most specific first: the URL, the static beginning of the path, the router, class or file,
 * the table that they touch, the package.
 */
export type PeerKind = 'address' | 'prefix' | 'registrar' | 'table' | 'package';

/** An endpoint of which most peers have what it lacks. */
export interface Posture {
  lacks: Trait;
  peers: PeerKind;
  /** What the peers have in common: `/api/admin`, a table's name. */
  common: string;
  /** The peers in plain words: `routes under /api/admin`. */
  among: string;
  /** How many peers have it. */
  have: number;
  /** How many were compared, the endpoint itself included. */
  total: number;
  /** What most of them use, where that is one thing with a name. */
  guard?: { name: string; kind: GuardKind; file: string; span: Span; place: RouteGuard['place']; uses: number };
  /** Those that are most alike, at most three. */
  nearest: Route[];
  /** Peers that have it, as `route.file method path`. */
  examples: ReadonlySet<string>;
  /** How much speaks for a mistake: from 5 on it is grave, below 3 only a hint. */
  score: number;
  /** It counts its requests apart from those of the others, as forms for strangers do. */
  forStrangers?: true;
}

/** How the endpoints of one package and framework are protected as a whole. */
export interface PackagePosture {
  packageDir: string;
  framework: string;
  /** Endpoints that check their caller, and those that do not. */
  checked: Route[];
  unchecked: Route[];
  /** Of those that do not, the ones that no group of peers says anything about. */
  undecided: Route[];
  /** Endpoints that look who is calling, let strangers do the same, and change data with rights of their own. */
  lenient: Route[];
}
