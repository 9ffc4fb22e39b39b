import { ts } from 'ts-morph';
import type { ClassFact } from '../model/facts';
import type { ClassInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { fieldHandlers } from './fieldHandlers';
import { heritageOf } from './heritage';
import { handedDownBy } from './recognise/handedDown';

/** A decorator, or anything else with such a sign. */
const decorated = /@\w/;

/** Classes of the file as others may depend on them. */
export function classFacts(analysis: FileAnalysis): Record<string, ClassFact> {
  const facts: Record<string, ClassFact> = {};
  for (const { name } of analysis.outline.classes) facts[name] ??= classFact(analysis, name)!;
  return facts;
}

/** What others may know of one class, worked out on demand; undefined where there is none, and while it is being worked out. */
export function classFact(analysis: FileAnalysis, name: string): ClassFact | undefined {
  const known = analysis.classFacts.get(name);
  if (known) return known === 'busy' ? undefined : known;
  const cls = analysis.outline.classes.findLast((each) => each.name === name);
  if (!cls) return undefined;
  analysis.classFacts.set(name, 'busy');
  const fact = factOf(analysis, cls);
  // Before all calls are resolved, the answer may still be short of something.
  if (analysis.prepared) analysis.classFacts.set(name, fact);
  else analysis.classFacts.delete(name);
  return fact;
}

function factOf(analysis: FileAnalysis, cls: ClassInfo): ClassFact {
  const heritage = cls.node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const base = heritage && heritageOf(analysis, heritage.expression);
  const members: Record<string, string> = {};
  const texts: Record<string, string> = {};
  for (const member of cls.node.members) {
    const names = ts.isConstructorDeclaration(member)
      ? member.parameters.flatMap((parameter) => (ts.isIdentifier(parameter.name) ? [parameter.name.text] : []))
      : ts.isPropertyDeclaration(member) && ts.isIdentifier(member.name)
        ? [member.name.text]
        : [];
    for (const name of names) {
      const path = analysis.resolver.members.pathOfMember(cls.node, name);
      if (path !== undefined) members[name] = path;
      const text = analysis.resolver.members.textIn(cls.node, name);
      if (text !== undefined) texts[name] = text;
    }
  }
  const methods: Record<string, string> = {};
  for (const [name, info] of cls.methods) methods[name] = info.id;
  const promised = promisedBy(cls.node);
  const kept = promisesKept(analysis, cls.node);
  const handlers = fieldHandlers(analysis, cls.node);
  const handed = analysis.mayHold(decorated) ? handedDownBy(analysis, cls) : undefined;
  return {
    name: cls.name,
    span: { start: 0, end: 0 },
    ...(base !== undefined ? { extends: base } : {}),
    ...(kept.length > 0 ? { implements: kept } : {}),
    ...(promised.length > 0 ? { abstract: promised } : {}),
    methods,
    members,
    ...(Object.keys(texts).length > 0 ? { texts } : {}),
    ...(handlers ? { handlers } : {}),
    decorators: decoratorsOf(analysis, cls.node),
    ...(handed ? { handsDown: handed } : {}),
  };
}

/** Methods that an abstract class leaves to those who extend it. */
function promisedBy(node: ts.ClassLikeDeclaration): string[] {
  return node.members.flatMap((member) =>
    ts.isMethodDeclaration(member) &&
    ts.isIdentifier(member.name) &&
    member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword)
      ? [member.name.text]
      : [],
  );
}

/** Classes whose promises a class keeps without extending them: `class Users implements UsersPort`. */
function promisesKept(analysis: FileAnalysis, node: ts.ClassLikeDeclaration): string[] {
  const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ImplementsKeyword);
  return (clause?.types ?? []).flatMap((type) => {
    const path = analysis.resolver.pathOf(type.expression);
    return path?.startsWith('file:') ? [path] : [];
  });
}

/** Decorators of a class, method or parameter. */
export function decoratorsOf(analysis: FileAnalysis, node: ts.Node): ClassFact['decorators'] {
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).map((decorator) => {
    const call = ts.isCallExpression(decorator.expression) ? decorator.expression : undefined;
    const path = analysis.resolver.pathOf(call ? call.expression : decorator.expression);
    return {
      name: analysis.label(call ? call.expression : decorator.expression),
      ...(path !== undefined ? { path } : {}),
      args: (call?.arguments ?? []).map((argument) => analysis.label(argument)),
      span: analysis.span(decorator),
    };
  });
}
