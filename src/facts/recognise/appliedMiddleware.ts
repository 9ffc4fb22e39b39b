import { ts } from 'ts-morph';
import type { MountFact, PathRule } from '../../model/facts';
import type { ClassMethod } from '../../model/library';
import { bare, propertyOf } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { guardRef } from './classGuards';

/**
 * `consumer.apply(A, B).exclude('health').forRoutes('items', ItemsController)`: a text covers what lies beneath it, an object
 * and a controller's routes just themselves.
 */
export function appliedOn(analysis: FileAnalysis, site: CallSite, framework: string, runs: ClassMethod): MountFact | undefined {
  const only = pathRules(analysis, site.node.arguments ?? []);
  let except: PathRule[] | undefined = [];
  let current: ts.Expression = bare(site.node.expression);
  while (ts.isPropertyAccessExpression(current) && ts.isCallExpression(bare(current.expression))) {
    const call = bare(current.expression) as ts.CallExpression;
    current = bare(call.expression);
    if (!ts.isPropertyAccessExpression(current)) return undefined;
    if (current.name.text === 'exclude') {
      const rules = pathRules(analysis, call.arguments);
      except = rules && except && [...except, ...rules.map((rule) => ({ ...rule, exact: true as const }))];
    }
    if (current.name.text !== 'apply') continue;
    return {
      ...analysis.base(site.node),
      kind: 'mount',
      framework,
      registrar: `${framework}:${analysis.context.packageDir}`,
      order: 0,
      prefix: '',
      chain: call.arguments.map((argument) => guardRef(analysis, argument, runs)),
      mounts: [],
      reach: 'global',
      ...(only && except ? {} : { dynamicMatcher: true }),
      ...(only ? { only } : {}),
      ...(except && except.length > 0 ? { except } : {}),
    };
  }
  return undefined;
}

/** Routes as they are named to `forRoutes`, `exclude` and a global prefix; undefined when one of them can't be read. */
export function pathRules(analysis: FileAnalysis, args: readonly ts.Expression[]): PathRule[] | undefined {
  const rules: PathRule[] = [];
  for (const argument of args) {
    const value = analysis.resolver.deref(ts.isSpreadElement(argument) ? argument.expression : argument);
    const text = analysis.textOf(value);
    const cls = /^file:(.*)#class ([^.()]+)$/.exec(analysis.resolver.pathOf(value) ?? '');
    if (text !== undefined) rules.push({ path: written(text) });
    else if (ts.isArrayLiteralExpression(value)) {
      const inner = pathRules(analysis, [...value.elements]);
      if (!inner) return undefined;
      rules.push(...inner);
    } else if (ts.isObjectLiteralExpression(value)) {
      const path = propertyOf(value, 'path');
      const method = propertyOf(value, 'method');
      const own = path && !ts.isMethodDeclaration(path) ? analysis.textOf(path) : undefined;
      const name =
        method && !ts.isMethodDeclaration(method) && ts.isPropertyAccessExpression(bare(method))
          ? (bare(method) as ts.PropertyAccessExpression).name.text
          : undefined;
      if (own === undefined || (method && name === undefined)) return undefined;
      rules.push({ path: written(own), exact: true, ...(name === undefined || name === 'ALL' ? {} : { methods: [name] }) });
    } else if (cls) rules.push({ path: '', owner: `${cls[1]!}#${cls[2]!}` });
    else return undefined;
  }
  return rules;
}

/** A path with a slash in front and `/*` for all kinds of wildcards at its end. */
function written(path: string): string {
  const text = path.replace(/\/?(\{?\/?\*\w*\}?|\(\.\*\))$/, '/*');
  return text.startsWith('/') ? text : `/${text}`;
}
