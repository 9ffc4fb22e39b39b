import { ts } from 'ts-morph';
import type { MountFact } from '../../model/facts';
import { instanceOf } from '../../syntax/accessPaths';
import { bare } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { elementsGiven, isTold, textOfMember, type Given } from './given';
import { listBehind } from './routeRows';

/** Names of lists of what has routes, where they have no type. */
const named = /(?:route|router|controller|module|api|resource)s$/i;

/**
 * The element of a list that a function is handed, or a member of it, which a loop names: `controller.router` in
 * `controllers.forEach((controller) => app.use(controller.router))`. It is none of one list; what it is, is said where the function is called.
 */
export function elementHanded(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const value = bare(node);
  if (ts.isPropertyAccessExpression(value)) {
    const outer = elementHanded(analysis, value.expression);
    return outer === undefined ? undefined : `${outer}.${value.name.text}`;
  }
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  if ((declaration?.kind !== 'parameter' && declaration?.kind !== 'variable') || declaration.steps.length > 0) return undefined;
  const list = listBehind(declaration);
  return list && listHanded(analysis, list);
}

/** The member of an element of a list that says where the router of that element is mounted: `app.use(controller.path, controller.router)`. */
export function prefixHanded(analysis: FileAnalysis, prefix: Given, router: Given): string | undefined {
  if (isTold(prefix) || isTold(router)) return undefined;
  const value = bare(prefix);
  const mounted = bare(router);
  if (!ts.isPropertyAccessExpression(value) || !ts.isPropertyAccessExpression(mounted)) return undefined;
  const element = elementHanded(analysis, value.expression);
  return element !== undefined && element.endsWith('[]') && element === elementHanded(analysis, mounted.expression)
    ? value.name.text
    : undefined;
}

/** Identity of the elements of a parameter that is a list. */
function listHanded(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const value = bare(node);
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  if (declaration?.kind !== 'parameter' || declaration.steps.length > 0) return undefined;
  const { type } = declaration.node;
  if (
    type
      ? !ts.isArrayTypeNode(type) &&
        !(ts.isTypeReferenceNode(type) && /Array$/.test(type.typeName.getText())) &&
        !ts.isTypeOperatorNode(type)
      : !named.test((value as ts.Identifier).text)
  )
    return undefined;
  const fn = analysis.outline.byNode.get(declaration.fn);
  return fn && `${analysis.file}#${fn.id}.param${declaration.index}[]`;
}

/** Names of classes that serve what they are handed. */
const application = /^(?:App|Application|Server)$/;

/** A list of routers, or of objects that keep one, that a function or a class of the project is handed: `new App([new UsersController()])`. */
export function listsHanded(analysis: FileAnalysis, site: CallSite): MountFact[] {
  const { node } = site;
  if (!node.arguments?.length || site.role || !site.callee?.startsWith('file:')) return [];
  return node.arguments.flatMap((argument, index): MountFact[] => {
    // Files in which nothing else means anything are not read for the names of lists.
    if (
      !ts.isArrayLiteralExpression(argument) &&
      !(
        ts.isIdentifier(argument) &&
        (analysis.sitesWith('mount').length > 0 || (ts.isNewExpression(node) && application.test(node.expression.getText(analysis.source))))
      )
    )
      return [];
    const mounts = [
      ...new Set(
        elementsGiven(analysis, argument)?.flatMap((element) => madeIn(analysis, element) ?? []) ??
          [listHanded(analysis, argument)].filter((handed) => handed !== undefined),
      ),
    ];
    const taker = mounts.length === 0 ? undefined : takerOf(analysis, node);
    if (taker === undefined) return [];
    return [
      {
        ...analysis.base(node),
        kind: 'mount',
        framework: '',
        registrar: `${taker}.param${index}[]`,
        order: node.end,
        prefix: '',
        chain: [],
        mounts,
        reach: 'before',
        alias: true,
        each: true,
        ...keptTexts(analysis, mounts),
      },
    ];
  });
}

/** The function that is called, which for classes is what makes an instance. */
function takerOf(analysis: FileAnalysis, node: CallSite['node']): string | undefined {
  const made = ts.isNewExpression(node) ? instanceOf(analysis.resolver.pathOf(node)) : undefined;
  if (made) return `${made.file}#${made.cls}.constructor`;
  const called = analysis.resolver.functionOf(node.expression)?.ref;
  return called && `${called.file}#${called.id}`;
}

function madeIn(analysis: FileAnalysis, element: Given): string | undefined {
  const path = isTold(element) ? element.told.path : analysis.resolver.pathOf(element);
  const made = instanceOf(path);
  if (made) return `${made.file}#${made.cls}`;
  if (path === undefined || !analysis.tables.registrars.has(path)) return undefined;
  return isTold(element) ? element.told.entity : analysis.resolver.entityOf(element);
}

/** Names of members that say where something is mounted. */
const prefixes = ['path', 'prefix', 'basePath', 'baseUrl', 'baseRoute', 'route', 'url', 'endpoint'];

/** What the elements keep under such names. */
function keptTexts(analysis: FileAnalysis, elements: readonly string[]): Pick<MountFact, 'texts'> {
  const texts = elements.flatMap((element) => {
    const hash = element.lastIndexOf('#');
    const made = { file: element.slice(0, hash), cls: element.slice(hash + 1) };
    const own = /[.[]/.test(made.cls)
      ? []
      : prefixes.flatMap((name) => {
          const text = textOfMember(analysis, made, name);
          return text === undefined ? [] : [[name, text] as const];
        });
    return own.length > 0 ? [[element, Object.fromEntries(own)] as const] : [];
  });
  return texts.length > 0 ? { texts: Object.fromEntries(texts) } : {};
}
