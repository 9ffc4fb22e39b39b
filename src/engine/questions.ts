import type { EndpointRoles } from '../facts/endpointRoles';
import type { PeerGroups } from '../facts/peers';
import { compare, compareHabit, type Comparison } from '../facts/posture';
import type { RouteTree } from '../facts/routeTree';
import type { FactBase, Route } from '../model/facts';
import { groupedBy } from '../model/grouping';
import type { Habit, Posture } from '../model/posture';
import type { Address } from '../model/rule';
import type { Question } from './remembered';

const nobody: readonly Route[] = [];
const nothing: readonly Question[] = [];

/**
 * What rules ask about endpoints beside the one at hand. Each answer is kept as a question, so that a verdict is given again
 * only when the answer would be another one.
 */
export class Questions {
  private asked: Question[] = [];
  private byGroup: Map<string, Route[]> | undefined;
  private byHandler: Map<string, Route[]> | undefined;
  /** What peers said of endpoints, until any group changes. */
  private readonly postures = new WeakMap<
    Route,
    Map<Habit | 'caller', { generation: number; groups: ReadonlySet<string>; posture: Posture | undefined }>
  >();

  constructor(
    private readonly tree: RouteTree,
    private readonly peers: PeerGroups,
    private readonly roles: EndpointRoles,
  ) {}

  /** Rises when an endpoint is different from what it was. */
  private version = 0;

  /** Routes may be linked differently from now on; `isSame` when only the objects that stand for them are new. */
  reindex(isSame = false): void {
    this.byGroup = undefined;
    this.byHandler = undefined;
    if (!isSame) this.version++;
  }

  /** Notes that a verdict rests on an answer. */
  ask(question: Question): void {
    this.asked.push(question);
  }

  /** The same for an answer that depends on nothing but endpoints: while these are as they are, nobody looks again. */
  private askOfRoutes(question: Question): void {
    let seen = this.version;
    this.asked.push(() => {
      if (seen === this.version) return true;
      if (!question()) return false;
      seen = this.version;
      return true;
    });
  }

  /** What was asked since the last call of this. */
  take(): readonly Question[] {
    if (this.asked.length === 0) return nothing;
    const { asked } = this;
    this.asked = [];
    return asked;
  }

  /** Linked routes that share the group of this one, itself excluded, in the order of their files. */
  siblings(route: Route): Route[] {
    const routes = this.groupOf(route.group);
    this.askOfRoutes(() => sameRoutes(routes, this.groupOf(route.group)));
    return routes.filter((other) => !isItself(route, other));
  }

  /** Linked routes that are registered in the same file, itself excluded. */
  neighbours(route: Route): Route[] {
    const routes = this.tree.routes(route.file);
    this.askOfRoutes(() => sameRoutes(routes, this.tree.routes(route.file)));
    return routes.filter((other) => !isItself(route, other));
  }

  /** What the routes that are most like this one ask of their callers and it does not. */
  posture(route: Route): Posture | undefined {
    return this.compared(route, 'caller', compare);
  }

  /** What they do beside that. What the handler itself checks is known from its facts alone: only what is certainly absent is a departure. */
  habit(route: Route, habit: Habit): Posture | undefined {
    const found = this.compared(route, habit, (other, peers, asked) => compareHabit(other, habit, peers, asked));
    if (!found || habit !== 'validation') return found;
    const isOpen = () => {
      const verdict = this.roles.validationOf(route);
      return verdict.presence === 'absent' && verdict.reason !== 'no input was seen';
    };
    const open = isOpen();
    this.ask(() => open === isOpen());
    return open ? found : undefined;
  }

  private compared(
    route: Route,
    about: Habit | 'caller',
    comparing: (route: Route, peers: PeerGroups, asked: (key: string) => void) => Comparison,
  ): Posture | undefined {
    // Asking for the row brings the groups up to date.
    this.peers.row(route);
    let all = this.postures.get(route);
    if (!all) this.postures.set(route, (all = new Map()));
    let known = all.get(about);
    if (known?.generation !== this.peers.generation) {
      const groups = new Set<string>();
      const found = comparing(route, this.peers, (key) => groups.add(key));
      known = { generation: this.peers.generation, groups, posture: typeof found === 'object' ? found.posture : undefined };
      all.set(about, known);
    }
    for (const key of known.groups) {
      const seen = this.peers.stateOf(key);
      this.askOfRoutes(() => seen === this.peers.stateOf(key));
    }
    return known.posture;
  }

  /** Linked routes whose handler a fact stands in, in whichever file they are registered. */
  routesTo(fact: FactBase): Route[] {
    const routes = this.routesOf(fact.file, fact.fn);
    this.askOfRoutes(() => sameRoutes(routes, this.routesOf(fact.file, fact.fn)));
    return [...routes];
  }

  /**
   * Addresses of the linked routes that are registered where a fact stands, by the innermost call around it. What is asked is about
   * the addresses of all of its file: places move.
   */
  addressesAt(fact: FactBase): Address[] {
    const routes = this.tree.routes(fact.file);
    const seen = addressesOf(routes);
    this.askOfRoutes(() => seen === addressesOf(this.tree.routes(fact.file)));
    const around = routes.filter(({ span }) => span.start <= fact.span.start && fact.span.end <= span.end);
    const shortest = Math.min(...around.map(({ span }) => span.end - span.start));
    return around.filter(({ span }) => span.end - span.start === shortest);
  }

  private groupOf(group: string): readonly Route[] {
    this.byGroup ??= groupedBy(this.tree.all(), (route) => route.group);
    return this.byGroup.get(group) ?? nobody;
  }

  /** Linked routes that run a function or one around it. */
  private routesOf(file: string, fn: string | undefined): readonly Route[] {
    this.byHandler ??= groupedBy(this.tree.all(), ({ handler }) => handler && `${handler.file}#${handler.id}`);
    // Callbacks in a handler have its id in front of their own.
    for (let id = fn; id; id = id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : undefined) {
      const routes = this.byHandler.get(`${file}#${id}`);
      if (routes) return routes;
    }
    return nobody;
  }
}

/** Is it the same endpoint, at whichever address? */
function isItself(route: Route, other: Route): boolean {
  return other.file === route.file && other.span.start === route.span.start && other.method === route.method;
}

/** What rules see of a linked route, without positions. */
const shapes = new WeakMap<Route, string>();

function shapeOf(route: Route): string {
  let text = shapes.get(route);
  if (text === undefined)
    shapes.set(route, (text = JSON.stringify(route, (key, value: unknown) => (/^(span|handlerSpan|head)$/.test(key) ? undefined : value))));
  return text;
}

const addresses = new WeakMap<readonly Route[], string>();

/** All addresses of a list as one text. */
function addressesOf(routes: readonly Route[]): string {
  let text = addresses.get(routes);
  if (text === undefined)
    addresses.set(routes, (text = routes.map(({ method, path, isOneOfMany }) => `${method} ${path}${isOneOfMany ? ' …' : ''}`).join('\n')));
  return text;
}

/** Would rules say the same of both? What is the same object is not looked into. */
export function sameRoutes(a: readonly Route[], b: readonly Route[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((route, index) => route === b[index] || shapeOf(route) === shapeOf(b[index]!));
}
