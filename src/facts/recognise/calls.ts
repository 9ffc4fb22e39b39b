import type { ts } from 'ts-morph';
import type { MountFact, RouteFact } from '../../model/facts';
import type { FileAnalysis } from '../analysis';
import { appliedOn } from './appliedMiddleware';
import { givenToClass } from './givenArguments';
import { connectionMount } from './socketMessages';
import { routeOf } from './routeCalls';
import { handedOver, madeBy } from './plugins';
import { guardOfPackage, modulesOfPackage, serverBound, serverTraces } from './packageGuards';
import { mountOf, ownPrefixOf, versionsOf } from './mountCalls';
import { listsHanded } from './handedLists';
import { handedRows, templateAt } from './rowTemplates';
import { mountRows, prefixRows, routeRows } from './routeRows';

/** Routes and mounts that calls on a router or app register, in order of registration. */
export function recogniseCalls(analysis: FileAnalysis): (RouteFact | MountFact)[] {
  const facts: (RouteFact | MountFact)[] = [];
  for (const site of analysis.sites) {
    const handed = handedRows(analysis, site);
    for (const row of handed?.rows ?? [])
      facts.push(...(routeOf(analysis, site, row.role, row.route, row) ?? []).map((route) => ({ ...route, fills: handed!.by })));
    const mountsHanded = (handed?.mounts ?? []).map(({ role, mount, args, on }) => mountOf(analysis, site, role, mount, args, on));
    facts.push(...oneAfterTheOther(mountsHanded).map((mount) => ({ ...mount, fills: handed!.by })));
    const table = routeRows(analysis, site);
    if (table ?? site.role?.route) {
      const routes = table
        ? table.flatMap((row) => routeOf(analysis, site, row.role, row.route, row) ?? [])
        : routeOf(analysis, site, site.role!, site.role!.route!);
      const template = routes && templateAt(analysis, site);
      if (routes)
        facts.push(
          ...(template ? routes.map((route) => ({ ...route, template: idOf(analysis, template.fn) })) : routes),
          ...(!table && site.role?.route?.passesOn ? routes.flatMap(passedOn) : []),
          ...routes.filter(({ entry }) => entry === 'socket').flatMap((route) => connectionMount(route, route.chain)),
        );
    }
    if (site.role?.mount) {
      const rows = prefixRows(analysis, site, site.role.mount) ?? mountRows(analysis, site.node.arguments ?? []);
      const template = templateAt(analysis, site);
      const own = template ? { template: idOf(analysis, template.fn) } : {};
      if (rows) facts.push(...oneAfterTheOther(rows.map((row) => mountOf(analysis, site, site.role!, site.role!.mount!, row))));
      else {
        const mount = mountOf(analysis, site, site.role, site.role.mount);
        pushIf(facts, mount && { ...mount, ...own });
      }
    }
    if (site.role?.ownPrefix) pushIf(facts, ownPrefixOf(analysis, site, site.role, site.role.ownPrefix));
    if (site.role?.appliesMiddleware) pushIf(facts, appliedOn(analysis, site, site.role.library, site.role.appliesMiddleware));
    if (site.role?.writesRequests) pushIf(facts, serverTraces(analysis, site, site.role, site.role.writesRequests));
    if (site.role?.boundsBodies) pushIf(facts, serverBound(analysis, site, site.role, site.role.boundsBodies));
    if (site.role?.packageWide && site.role.guard) facts.push(guardOfPackage(analysis, site, site.role.library));
    if (site.role?.packageModules !== undefined)
      facts.push(...modulesOfPackage(analysis, site, site.role.library, site.role.packageModules));
    if (site.role?.versionsPaths) pushIf(facts, versionsOf(analysis, site, site.role.library));
    const mounted = handedOver(analysis, site);
    if (mounted) facts.push(...mounted);
    pushIf(facts, madeBy(analysis, site));
    pushIf(facts, givenToClass(analysis, site));
    facts.push(...listsHanded(analysis, site));
  }
  return facts;
}

/** Identity of a function of the file. */
function idOf(analysis: FileAnalysis, fn: ts.Node): string {
  return `${analysis.file}#${analysis.outline.byNode.get(fn)?.id ?? ''}`;
}

/** What the rows of a table mount stands at one place, and yet in an order. */
function oneAfterTheOther(mounts: readonly (MountFact | undefined)[]): MountFact[] {
  return mounts.flatMap((mount, index) => (mount ? [{ ...mount, order: mount.order + index / (mounts.length + 1) }] : []));
}

/** What a route that passes requests on is to later routes of its path: middleware. */
function passedOn(route: RouteFact): MountFact[] {
  if (route.registrar === undefined) return [];
  const { file, span, scope, inRequestPath, framework, registrar, order, path, chain, handler } = route;
  return [
    {
      kind: 'mount',
      file,
      span,
      scope,
      inRequestPath,
      framework,
      registrar,
      order,
      prefix: path,
      chain: handler ? [...chain, handler] : chain,
      mounts: [],
      reach: 'before',
      exact: true,
    },
  ];
}

function pushIf<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}
