import { ts } from 'ts-morph';
import type { MountFact } from '../../model/facts';
import { bare, propertyOf } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { goesByClass } from './appliedDecorators';
import { guardRef, guardRefsOf } from './classGuards';

/** What a factory gives: `useFactory: (reflector) => new AuthGuard(reflector)`. */
function madeBy(analysis: FileAnalysis, factory: ts.Expression | ts.MethodDeclaration | undefined): ts.Expression | undefined {
  const fn = factory && analysis.outline.byNode.get(ts.isMethodDeclaration(factory) ? factory : analysis.resolver.deref(factory));
  if (!fn) return undefined;
  const { body } = fn.node;
  const made = body && !ts.isBlock(body) ? body : fn.exits.map((exit) => exit.expression).find((value) => value !== undefined);
  return made && ts.isNewExpression(bare(made)) ? bare(made) : undefined;
}

/** Access path of what a provider is known by; people write the texts that constants of libraries hold, too: `provide: 'APP_GUARD'`. */
function tokenPath(analysis: FileAnalysis, token: ts.Expression): string | undefined {
  const text = analysis.textOf(token);
  return text === undefined ? analysis.resolver.pathOf(bare(token)) : `provided#${text}`;
}

/** Members of a list as they are written out: what a variable holds, and what another list adds: `[Service, GlobalGuard, ...filters]`. */
function membersOf(analysis: FileAnalysis, list: ts.Expression, depth = 3): ts.Expression[] {
  const value = analysis.resolver.deref(list);
  if (!ts.isArrayLiteralExpression(value) || depth === 0) return [];
  return value.elements.flatMap((element) =>
    ts.isSpreadElement(element) ? membersOf(analysis, element.expression, depth - 1) : [analysis.resolver.deref(element)],
  );
}

/** Guards that a module provides for the whole application: `{ provide: APP_GUARD, useClass: X }`. */
export function recogniseProviders(analysis: FileAnalysis): MountFact[] {
  const facts: MountFact[] = [];
  for (const cls of analysis.outline.classes) {
    for (const decorator of ts.getDecorators(cls.node) ?? []) {
      const call = ts.isCallExpression(decorator.expression) ? decorator.expression : undefined;
      const providers = propertyOf(call?.arguments[0], 'providers');
      if (!call || !providers || ts.isMethodDeclaration(providers)) continue;
      for (const element of membersOf(analysis, providers)) {
        const token = propertyOf(element, 'provide');
        const role = token && !ts.isMethodDeclaration(token) ? analysis.tables.call(tokenPath(analysis, token)) : undefined;
        const given =
          propertyOf(element, 'useClass') ??
          propertyOf(element, 'useExisting') ??
          propertyOf(element, 'useValue') ??
          madeBy(analysis, propertyOf(element, 'useFactory'));
        if (!role?.guard || !given || ts.isMethodDeclaration(given)) continue;
        if (guardRefsOf(analysis, given, role.guard.runs).length === 0) continue;
        const name = analysis.label(given);
        facts.push({
          ...analysis.base(element),
          kind: 'mount',
          framework: role.library,
          registrar: `${role.library}:${analysis.context.packageDir}`,
          order: 0,
          prefix: '',
          chain: [
            role.guard.kind === 'authentication'
              ? guardRef(analysis, given, role.guard.runs)
              : { name, span: analysis.span(given), path: `${role.library}#schema`, ...goesByClass(analysis, given) },
          ],
          mounts: [],
          reach: 'global',
        });
      }
    }
  }
  return facts;
}
