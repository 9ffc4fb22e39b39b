import { EndpointRoles } from '../facts/endpointRoles';
import type { ProjectModel } from '../facts/projectModel';
import type { RouteTree } from '../facts/routeTree';
import type { Tables } from '../facts/tables';
import type { GuardKind, Route, Verdict } from '../model/facts';
import { positionAt } from '../syntax/ranges';
import type { RouteRow } from './api';
import type { PackageFacts } from './packageFacts';
import type { ProjectFiles } from './project';

/** Endpoints as people and other tools see them: one row per method, by file and line. */
export function routeRows(
  tree: RouteTree,
  tables: Tables,
  model: ProjectModel,
  files: ProjectFiles,
  packageFacts: PackageFacts,
): RouteRow[] {
  const judges = new EndpointRoles(
    tables,
    (file) => model.peek(file),
    (route) => packageFacts.byCookie(route),
  );
  const lineOf = (file: string, offset: number) => {
    const facts = model.peek(file);
    return facts ? positionAt(facts.lineStarts, offset).line : 1;
  };
  const rows = tree.all().map((route): RouteRow => {
    const verdicts: [GuardKind, Verdict][] = [
      ['authentication', route.authentication],
      ...(Object.entries(judges.of(route)) as [GuardKind, Verdict][]),
    ];
    const handlerFacts = route.handler && model.peek(route.handler.file);
    const handlerFn = handlerFacts?.functions.find((fn) => fn.id === route.handler!.id);
    return {
      framework: route.framework,
      method: route.method,
      path: route.path,
      file: route.file,
      line: lineOf(route.file, route.span.start),
      guards: route.guards.map((guard) => ({
        kind: guard.kind,
        level: guard.level,
        name: guard.name,
        file: guard.file,
        line: lineOf(guard.file, guard.span.start),
      })),
      authentication: authenticationOf(route),
      level: route.level,
      ...reasonOf(route),
      roles: Object.fromEntries(verdicts.map(([kind, verdict]) => [kind, verdict.presence])),
      evidence: Object.fromEntries(verdicts.flatMap(([kind, { reason }]) => (reason === undefined ? [] : [[kind, reason]]))),
      sinks: [...new Set(route.sinks.map((sink) => sink.kind))],
      package: files.context(route.file).packageDir,
      group: route.group,
      ...(handlerFn ? { handler: { file: route.handler!.file, line: lineOf(route.handler!.file, handlerFn.span.start) } } : {}),
    };
  });
  return rows.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function reasonOf(route: Route): Pick<RouteRow, 'reason'> {
  const reason =
    route.authentication.reason ??
    route.publicIntent ??
    (route.schedule === undefined ? undefined : `${route.schedule} has it called on a schedule`);
  return reason === undefined ? {} : { reason };
}

function authenticationOf(route: Route): RouteRow['authentication'] {
  if (route.level === 'RLS') return route.publicIntent === undefined ? 'delegated' : 'public';
  if (route.level === 'PUBLIC_DECLARED') return 'public';
  if (route.authentication.presence === 'absent' && route.publicIntent !== undefined) return 'public';
  return route.authentication.presence;
}
