import type { Route } from '../model/facts';
import type { PackagePosture } from '../model/posture';
import type { PeerGroups } from './peers';
import { compare, idOfRoute } from './posture';

/** How each package and framework protects its endpoints as a whole. */
export function packagePostures(peers: PeerGroups): PackagePosture[] {
  const found = new Map<string, PackagePosture>();
  for (const group of peers.all('package')) {
    for (const row of group.rows) {
      const letsStrangers = row.traits.authentication === undefined && lets(row.route);
      if (row.traits.authentication === undefined && !letsStrangers) continue;
      const key = `${group.common} ${row.route.framework}`;
      const posture = found.get(key) ?? {
        packageDir: group.common,
        framework: row.route.framework,
        checked: [],
        unchecked: [],
        undecided: [],
        lenient: [],
      };
      found.set(key, posture);
      if (letsStrangers) {
        posture.lenient.push(row.route);
        continue;
      }
      (row.traits.authentication ? posture.checked : posture.unchecked).push(row.route);
      if (!row.traits.authentication && compare(row.route, peers, () => {}) === 'undecided') posture.undecided.push(row.route);
    }
  }
  const byId = (a: Route, b: Route) => (idOfRoute(a) < idOfRoute(b) ? -1 : 1);
  for (const { checked, unchecked, undecided, lenient } of found.values())
    for (const list of [checked, unchecked, undecided, lenient]) list.sort(byId);
  return [...found.values()].sort((a, b) => (`${a.packageDir} ${a.framework}` < `${b.packageDir} ${b.framework}` ? -1 : 1));
}

/** Does an endpoint look who is calling and let strangers change the same data, with rights that no caller has? */
function lets(route: Route): boolean {
  return (
    route.level === 'OPTIONAL' &&
    route.publicIntent === undefined &&
    route.schedule === undefined &&
    !route.guards.some(({ kind }) => kind === 'signature') &&
    route.sinks.some(({ kind, delegated, open }) => kind === 'privileged' && !delegated && !open)
  );
}
