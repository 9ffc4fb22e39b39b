import { ts } from 'ts-morph';
import type { HandedDown, HandlerRef } from '../../model/facts';
import type { FileAnalysis } from '../analysis';
import { applied, markers, openKeys } from './appliedDecorators';
import { heritagePath } from './classGuards';
import { guardRefs, nameIn, textsOf } from './decorators';

type Class = FileAnalysis['outline']['classes'][number];

/** How many classes may stand above a controller. */
const mostBases = 4;

/** What controllers have of a class that they extend: guards on it, and its methods with routes. */
export function handedDownBy(analysis: FileAnalysis, cls: Class): HandedDown | undefined {
  const onClass = applied(analysis, cls.node);
  const routes = cls.node.members.flatMap((method): HandedDown['routes'] => {
    const info = ts.isMethodDeclaration(method) ? analysis.outline.byNode.get(method) : undefined;
    const onMethod = info ? applied(analysis, method) : [];
    const open = openKeys(onMethod);
    return onMethod.flatMap(({ role, args }) => {
      if (!role.route || !info) return [];
      const texts = textsOf(analysis, args[0]);
      const name = nameIn(analysis, args);
      return [
        {
          method: info.node.name!.getText(analysis.source),
          library: role.library,
          entry: role.route.entry ?? 'http',
          methods: role.route.methods,
          paths: texts.length > 0 ? texts : [''],
          ...(name === undefined ? {} : { name }),
          chain: guardRefs(onMethod).map(withoutPlace),
          fn: info.id,
          ...(open ? { openKeys: open } : {}),
          markers: markers(analysis, [method], onMethod),
        },
      ];
    });
  });
  const guards = guardRefs(onClass).map(withoutPlace);
  return guards.length > 0 || routes.length > 0 ? { guards, routes } : undefined;
}

/** What a class has of those that it extends, the nearest first, with the files they stand in. What it declares itself, it has in its own way. */
export function inherited(analysis: FileAnalysis, cls: Class): (HandedDown & { file: string })[] {
  const found: (HandedDown & { file: string })[] = [];
  const own = new Set(cls.methods.keys());
  let path = heritagePath(analysis, cls.name);
  for (let depth = 0; path !== undefined && depth < mostBases; depth++) {
    const [, file, name] = /^file:(.*)#class ([^.()]+)$/.exec(path) ?? [];
    if (file === undefined || name === undefined) break;
    const here = file === analysis.file ? analysis.outline.classes.find((other) => other.name === name) : undefined;
    const facts = here ? undefined : analysis.project.classOf(file, name);
    const handed = here ? handedDownBy(analysis, here) : facts?.handsDown;
    if (handed) found.push({ guards: handed.guards, routes: handed.routes.filter(({ method }) => !own.has(method)), file });
    for (const method of here ? here.methods.keys() : Object.keys(facts?.methods ?? {})) own.add(method);
    path = here ? heritagePath(analysis, name) : facts?.extends;
  }
  return found;
}

/** Where a guard stands in its file is nobody else's business: an edit there changes nothing elsewhere. */
function withoutPlace(ref: HandlerRef): HandlerRef {
  return { ...ref, span: { start: 0, end: 0 } };
}
