import { ts } from 'ts-morph';
import type { AccessPath, ExportFact, FunctionSummary, HandlerRef } from '../model/facts';
import type { Span } from '../model/finding';
import type { CallRole } from '../model/library';
import { fileRefOf, instanceOf } from '../syntax/accessPaths';
import { bare, hasSpread, propertyAt, propertyOf } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import { setsNoBound } from './boundless';
import { isLoose, parsing } from './checkedInputs';
import { partsNamed } from './checkedParts';
import { wrapping } from './fieldHandlers';
import { sparedPaths } from './sparedPaths';

/** How many classes may stand above one another. */
const mostBases = 6;

/** Describes what stands in chains of middleware and handlers. */
export class HandlerRefs {
  constructor(private readonly analysis: FileAnalysis) {}

  /** Describes what stands in a chain of middleware and handlers. Arrays give several. */
  of(expression: ts.Expression, depth = 5): HandlerRef[] {
    const value = bare(expression);
    const span = this.analysis.span(expression);
    const name = this.analysis.label(value, 80);
    if (depth === 0) return [{ name, span, unresolved: true }];
    if (ts.isSpreadElement(value)) return this.of(value.expression, depth);
    if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => this.of(element, depth - 1));
    if (ts.isConditionalExpression(value)) return [{ name, span, unresolved: true }];
    const own = this.analysis.outline.byNode.get(value);
    if (own) return [{ name: '<inline>', span, fn: { file: this.analysis.file, id: own.id } }];
    // What is loaded is not called: `app.use(require('./auth'))` takes what the file exports.
    const isLoaded = ts.isCallExpression(value) && ts.isIdentifier(value.expression) && value.expression.text === 'require';
    if ((ts.isCallExpression(value) && !isLoaded) || ts.isNewExpression(value))
      return this.listOf(value, name, span) ?? [this.refOfCall(value, name, span, depth)];
    const all = ts.isElementAccessExpression(value) ? this.eachOf(value, span) : undefined;
    if (all) return all;
    const found = this.analysis.resolver.functionOf(value);
    const path = this.analysis.resolver.pathOf(value);
    if (found) return [{ name, span, fn: found.ref, ...(path !== undefined ? { path } : {}) }];
    const behind = this.analysis.resolver.deref(value);
    if (behind !== value)
      return this.of(behind, depth - 1).map((ref) => ({
        ...ref,
        name: ts.isIdentifier(value) && !ref.name.startsWith('<') ? ref.name : name,
        span,
        ...(ref.wraps ? { alias: name } : {}),
      }));
    const field = this.fieldOf(value, depth);
    if (field) return [{ ...field, name, span, alias: name }];
    const exported = this.exportedFact(value);
    if (exported?.handlers) return exported.handlers.map((handler) => ({ ...handler, span }));
    if (exported?.handler) return [{ ...exported.handler, name, span, ...(exported.handler.wraps ? { alias: name } : {}) }];
    const fn = isLoaded ? (exported?.fn === undefined ? fileRefOf(exported?.path) : { file: exported.file, id: exported.fn }) : undefined;
    if (fn && !fn.id.startsWith('class ')) return [{ name, span, fn }];
    return [{ name, span, ...(path !== undefined ? { path } : { unresolved: true }), ...this.heldBy(value, depth) }];
  }

  /** What a field of a class holds that wraps a function: `orders.list`, with `list = asyncHandler(async (req, res) => …)` in the class of `orders`. */
  private fieldOf(value: ts.Expression, depth: number): HandlerRef | undefined {
    if (!ts.isPropertyAccessExpression(value)) return undefined;
    const { text } = value.name;
    let path = this.analysis.resolver.pathOf(value.expression);
    if (!path?.startsWith('file:')) return undefined;
    for (let bases = 0; bases < mostBases; bases++) {
      const of = instanceOf(path) ?? instanceOf(`${path}()`);
      if (!of) return undefined;
      if (of.file === this.analysis.file) {
        const cls = this.analysis.outline.classes.find(({ name }) => name === of.cls)?.node;
        const member = cls?.members.find((one) => ts.isPropertyDeclaration(one) && ts.isIdentifier(one.name) && one.name.text === text);
        const made = member && wrapping(member as ts.PropertyDeclaration);
        if (made || member || !cls) return made && this.of(made, depth - 1)[0];
        path = this.analysis.resolver.members.baseOf(cls);
      } else {
        const facts = this.analysis.project.classOf(of.file, of.cls);
        const handler = facts?.handlers?.[text];
        if (handler || !facts || facts.methods[text] !== undefined) return handler;
        path = facts.extends;
      }
    }
    return undefined;
  }

  /** What stands in the list that a function of the project gives. */
  private listOf({ expression }: ts.CallExpression | ts.NewExpression, name: string, span: Span): HandlerRef[] | undefined {
    const made = this.analysis.resolver.functionOf(expression);
    const chain = made && this.analysis.summaryOf(made.ref)?.returnsChain;
    return chain?.map((ref) => ({ ...ref, name: ref.fn && ref.name === '<inline>' ? name : ref.name, span }));
  }

  /** All that a file exports, one after the other: `for (const name in guards) app.use(guards[name])`. */
  private eachOf({ expression, argumentExpression: key }: ts.ElementAccessExpression, span: Span): HandlerRef[] | undefined {
    const declaration = ts.isIdentifier(key) ? this.analysis.resolver.declarations.find(key) : undefined;
    const list = declaration?.kind === 'variable' ? declaration.node.parent : undefined;
    if (!list || !ts.isVariableDeclarationList(list) || !ts.isIdentifier(expression)) return undefined;
    const loop = list.parent;
    const isOver = (node: ts.Expression): boolean => ts.isIdentifier(bare(node)) && (bare(node) as ts.Identifier).text === expression.text;
    const names = ts.isForOfStatement(loop) ? bare(loop.expression) : undefined;
    const isEach =
      (ts.isForInStatement(loop) && isOver(loop.expression)) ||
      (names !== undefined &&
        ts.isCallExpression(names) &&
        names.expression.getText(this.analysis.source) === 'Object.keys' &&
        names.arguments[0] !== undefined &&
        isOver(names.arguments[0]));
    const base = isEach ? this.analysis.resolver.pathOf(expression) : undefined;
    const held = base === undefined ? null : /^(module|object):(.*)#([^#]*)$/.exec(base);
    if (!held) return undefined;
    const [, kind, file, object] = held as unknown as [string, string, string, string];
    const start = kind === 'object' ? `${object}.` : '';
    const members = this.analysis.project
      .exportNames(file)
      .filter((name) => name.startsWith(start) && name !== 'default' && !name.slice(start.length).includes('.'));
    if (members.length === 0) return undefined;
    return members.map((member) => {
      const name = member.slice(start.length);
      const fact = this.analysis.project.exportOf(file, member);
      const fn = fact?.fn === undefined ? fileRefOf(fact?.path) : { file: fact.file, id: fact.fn };
      return fn && !fn.id.startsWith('class ') ? { name, span, fn } : { name, span, unresolved: true };
    });
  }

  /** The parameter of a function around that holds a value, as a whole or in a member, where the function is not called by a library. */
  private heldBy(value: ts.Expression, depth: number): Pick<HandlerRef, 'held' | 'otherwise'> | undefined {
    const inner = bare(value);
    const within = (object: ts.Expression, names: readonly string[]): Pick<HandlerRef, 'held'> | undefined => {
      const outer = depth > 0 ? this.heldBy(object, depth - 1)?.held : undefined;
      return outer === undefined ? undefined : { held: [outer, ...names].join('.') };
    };
    if (ts.isPropertyAccessExpression(inner) && inner.expression.kind === ts.SyntaxKind.ThisKeyword) {
      const kept = depth > 0 ? this.analysis.resolver.members.givenAs(inner.expression, inner.name.text) : undefined;
      if (kept && ts.isParameter(kept)) return this.heldParameter(kept);
      return kept && this.heldBy(kept, depth - 1);
    }
    if (ts.isPropertyAccessExpression(inner)) return within(inner.expression, [inner.name.text]);
    const declaration = ts.isIdentifier(inner) ? this.analysis.resolver.declarations.find(inner) : undefined;
    if (declaration?.kind !== 'parameter' && declaration?.kind !== 'variable') return undefined;
    const names = declaration.steps.flatMap((step) => ('member' in step ? [step.member] : []));
    if (names.length < declaration.steps.length) return undefined;
    const { initializer } = declaration.node;
    if (declaration.kind === 'variable') return declaration.constant && initializer ? within(initializer, names) : undefined;
    const fn = this.analysis.outline.byNode.get(declaration.fn);
    if (!fn || declaration.node.dotDotDotToken || this.analysis.resolver.parameters.get(declaration.fn)?.[declaration.index] !== undefined)
      return undefined;
    const fallback = names.length === 0 ? initializer : names.length === 1 ? declaration.defaults[0] : undefined;
    return {
      held: [`${this.analysis.file}#${fn.id}.param${declaration.index}`, ...names].join('.'),
      ...(fallback && depth > 0 ? { otherwise: this.of(fallback, depth - 1) } : {}),
    };
  }

  /** A parameter of a constructor that becomes a member by itself: `constructor(private guard: Guard)`. */
  private heldParameter(parameter: ts.ParameterDeclaration): Pick<HandlerRef, 'held' | 'otherwise'> | undefined {
    const fn = this.analysis.outline.byNode.get(parameter.parent);
    if (!fn) return undefined;
    const otherwise = parameter.initializer ? { otherwise: this.of(parameter.initializer, 2) } : {};
    return { held: `${this.analysis.file}#${fn.id}.param${parameter.parent.parameters.indexOf(parameter)}`, ...otherwise };
  }

  /** What another file says of a value that it exports, or that is in what it exports. */
  exportedFact(value: ts.Expression): (ExportFact & { file: string }) | undefined {
    if (ts.isIdentifier(value)) {
      const declaration = this.analysis.resolver.declarations.find(value);
      // `const { login } = require('./controller')`.
      const step = declaration?.kind === 'variable' && declaration.steps.length === 1 ? declaration.steps[0]! : undefined;
      if (declaration?.kind === 'variable' && step && 'member' in step && declaration.node.initializer)
        return this.memberOfExport(this.analysis.resolver.pathOf(declaration.node.initializer), step.member);
      if (declaration?.kind !== 'import') return undefined;
      const target = this.analysis.project.module(this.analysis.file, declaration.specifier);
      return 'file' in target ? this.analysis.project.exportOf(target.file, declaration.name) : undefined;
    }
    // `const routes = require('./routes')`.
    const specifier =
      ts.isCallExpression(value) && ts.isIdentifier(value.expression) && value.expression.text === 'require'
        ? value.arguments[0]
        : undefined;
    if (specifier && ts.isStringLiteral(specifier)) {
      const target = this.analysis.project.module(this.analysis.file, specifier.text);
      return 'file' in target ? this.analysis.project.exportOf(target.file, 'default') : undefined;
    }
    if (ts.isPropertyAccessExpression(value)) {
      return this.memberOfExport(this.analysis.resolver.pathOf(value.expression), value.name.text);
    }
    return undefined;
  }

  /** A member of a module, or of an object that another file exports: `module.exports = { login }`. */
  private memberOfExport(base: AccessPath | undefined, member: string): (ExportFact & { file: string }) | undefined {
    if (base?.startsWith('module:')) return this.analysis.project.exportOf(base.slice(7, -1), member);
    if (!base?.startsWith('object:')) return undefined;
    const hash = base.lastIndexOf('#');
    return this.analysis.project.exportOf(base.slice(7, hash), `${base.slice(hash + 1)}.${member}`);
  }

  private refOfCall(value: ts.CallExpression | ts.NewExpression, name: string, span: Span, depth: number): HandlerRef {
    const callee = value.expression;
    const args = [...(value.arguments ?? [])];
    // `controller.create.bind(controller)` is the method itself.
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'bind') return { ...this.of(callee.expression, depth - 1)[0]!, span };
    const spares = this.analysis.tables.call(this.analysis.resolver.pathOf(callee))?.sparesPaths;
    if (spares !== undefined && ts.isPropertyAccessExpression(callee)) {
      const except = sparedPaths(this.analysis, args[0], spares);
      return { ...this.of(callee.expression, depth - 1)[0]!, span, ...(except ? { except } : {}) };
    }
    const strings = args.flatMap((arg) =>
      ts.isStringLiteral(arg) ? [arg.text] : ts.isObjectLiteralExpression(arg) ? this.chosenLevels(callee, arg) : [],
    );
    const wraps = [
      ...this.runBy(callee, args[0], depth),
      ...args.filter((arg) => this.mayBeFunction(arg)).flatMap((arg) => this.of(arg, depth - 1)),
    ];
    // A wrapper is named by itself, not by all that it wraps.
    const common = {
      span,
      name: wraps.length > 0 ? this.analysis.label(callee, 60) : name,
      ...(strings.length > 0 ? { args: strings } : {}),
      ...(wraps.length > 0 ? { wraps } : {}),
      ...this.keptBy(callee, args),
      ...this.idleWithout(callee, args),
      ...this.checkedBy(callee, args),
      ...this.decidedBy(callee, args, depth),
      ...(isLoose(this.analysis, value) ? { keeps: true as const } : {}),
    };
    const made = this.analysis.resolver.functionOf(callee);
    if (made) {
      const summary = this.analysis.summaryOf(made.ref);
      const catches = wraps.length > 0 ? catchesOf(summary?.wraps) : {};
      if (summary?.returnsFunction !== undefined)
        return { ...common, ...catches, fn: { file: made.ref.file, id: summary.returnsFunction } };
      return {
        ...common,
        ...catches,
        path: `file:${made.ref.file}#${made.ref.id}()`,
        ...(summary?.returns !== undefined ? { path: summary.returns } : {}),
      };
    }
    // `withRole('admin')(handler)`: what the factory gives is the wrapper.
    const factory = ts.isCallExpression(bare(callee)) ? this.of(callee, depth - 1)[0]?.fn : undefined;
    const curried = this.analysis.summaryOf(factory)?.returnsFunction;
    if (factory && curried !== undefined) return { ...common, fn: { file: factory.file, id: curried } };
    const path = this.analysis.resolver.pathOf(callee);
    const held = this.heldBy(callee, depth)?.held;
    const given = held === undefined ? {} : { held, called: true as const };
    if (path !== undefined)
      return { ...common, path, ...(this.analysis.tables.call(path)?.catchesAsync ? { catches: true } : {}), ...given };
    return { ...common, unresolved: true, ...given };
  }

  /** Is an option left out without which a check lets more through than it describes? Options that are made elsewhere may hold it. */
  private keptBy(callee: ts.Expression, args: readonly ts.Expression[]): Pick<HandlerRef, 'keepsUnlessTold'> {
    const option = this.analysis.tables.call(this.analysis.resolver.pathOf(callee))?.guard?.dropsWith;
    if (option === undefined) return {};
    const options = args[0] && this.analysis.resolver.deref(args[0]);
    if (options && (!ts.isObjectLiteralExpression(options) || options.properties.some(ts.isSpreadAssignment))) return {};
    const value = propertyOf(options, option);
    return value && value.kind !== ts.SyntaxKind.FalseKeyword ? {} : { keepsUnlessTold: option };
  }

  /** Is an option left out, or off, without which something is no guard: `lusca({ xframe: 'DENY' })`? */
  private idleWithout(callee: ts.Expression, args: readonly ts.Expression[]): Pick<HandlerRef, 'idle'> {
    const role = this.analysis.tables.call(this.analysis.resolver.pathOf(callee));
    const deref = (node: ts.Expression) => this.analysis.resolver.deref(node);
    if (role?.unboundedBy !== undefined) return setsNoBound(this.analysis, args, role.unboundedBy) ? { idle: 'off' } : {};
    const option = role?.guard?.onlyWith;
    if (option === undefined) return {};
    const value = args.map((arg) => propertyAt(arg, option, deref)).find((found) => found !== undefined);
    if (value) return value.kind === ts.SyntaxKind.FalseKeyword || setsNoBound(this.analysis, args, [option]) ? { idle: 'off' } : {};
    const isRead = args.every((arg) => {
      const given = deref(arg);
      return (
        ts.isStringLiteralLike(given) || ts.isArrayLiteralExpression(given) || (ts.isObjectLiteralExpression(given) && !hasSpread(given))
      );
    });
    return { idle: isRead ? 'off' : 'unread' };
  }

  /** The parts of a request that a check in a chain looks at; none where its schema lets everything through. */
  private checkedBy(callee: ts.Expression, args: readonly ts.Expression[]): Pick<HandlerRef, 'parts'> {
    const guard = this.analysis.tables.call(this.analysis.resolver.pathOf(callee))?.guard;
    if (guard?.parts) {
      const parts = args[0] && partsNamed(this.analysis, args[0], guard.parts);
      return parts ? { parts } : {};
    }
    if (!guard?.checks) return {};
    if (parsing(this.analysis, args[guard.checks.schema], guard.checks.by)?.lets) return { parts: [] };
    const part = guard.checks.parts[this.analysis.textOf(args[guard.checks.part]) ?? ''];
    return part === undefined ? {} : { parts: [part] };
  }

  /** What decides in the place of a guard, by an option: `withAuth({ callbacks: { authorized: () => true } })`. */
  private decidedBy(callee: ts.Expression, args: readonly ts.Expression[], depth: number): Pick<HandlerRef, 'decides'> {
    const option = this.analysis.tables.call(this.analysis.resolver.pathOf(callee))?.guard?.decidedBy;
    if (option === undefined) return {};
    for (const arg of args) {
      const value = propertyAt(arg, option, (node) => this.analysis.resolver.deref(node));
      if (value) return { decides: this.functionIn(value, depth).map((ref) => ({ ...ref, heeded: true as const })) };
    }
    return {};
  }

  /** The function that is given as an option: `internalQuery({ args, handler })`. */
  private runBy(callee: ts.Expression, options: ts.Expression | undefined, depth: number): HandlerRef[] {
    const role = options && this.analysis.tables.call(this.analysis.resolver.pathOf(callee));
    if (role?.runs === undefined) return [];
    const described = this.analysis.resolver.deref(options!);
    const before = role.before === undefined ? undefined : propertyOf(described, role.before);
    const first = before && !ts.isMethodDeclaration(before) ? this.of(before, depth - 1) : [];
    const value = propertyOf(described, role.runs);
    return value ? [...first, ...this.functionIn(value, depth)] : [];
  }

  private functionIn(value: ts.Expression | ts.MethodDeclaration, depth: number): HandlerRef[] {
    if (!ts.isMethodDeclaration(value)) return this.of(value, depth - 1);
    const info = this.analysis.outline.byNode.get(value);
    return info ? [{ name: info.name, span: this.analysis.span(value.name), fn: { file: this.analysis.file, id: info.id } }] : [];
  }

  /** Texts of the option that decides what a guard proves: `withSupabase({ auth: 'user' }, …)`. */
  private chosenLevels(callee: ts.Expression, options: ts.ObjectLiteralExpression): string[] {
    const levels = this.analysis.tables.call(this.analysis.resolver.pathOf(callee))?.guard?.levels;
    const value = levels && propertyOf(options, levels.option);
    if (!value || ts.isMethodDeclaration(value)) return [];
    const given = this.analysis.resolver.deref(value);
    return (ts.isArrayLiteralExpression(given) ? [...given.elements] : [given]).flatMap((element) =>
      ts.isStringLiteral(element)
        ? [element.text]
        : element.kind === ts.SyntaxKind.FalseKeyword || element.kind === ts.SyntaxKind.TrueKeyword
          ? [element.getText()]
          : [],
    );
  }

  private mayBeFunction(node: ts.Expression): boolean {
    const value = bare(node);
    if (this.analysis.outline.byNode.has(value)) return true;
    if (ts.isCallExpression(value) && isElement(this.analysis.tables.call(this.analysis.resolver.pathOf(value.expression)))) return true;
    const runs = (depth: number) => this.of(value, depth).some((ref) => ref.fn !== undefined || (ref.wraps?.length ?? 0) > 0);
    if (ts.isCallExpression(value)) return runs(2);
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return false;
    return (
      this.analysis.resolver.functionOf(value) !== undefined || (this.analysis.resolver.pathOf(value)?.endsWith('()') === true && runs(3))
    );
  }
}

/** What a wrapper does with failures of what it is given. */
function catchesOf(wraps: FunctionSummary['wraps']): Pick<HandlerRef, 'catches' | 'drops' | 'leavesOpen' | 'logs'> {
  if (wraps?.catches === undefined) return {};
  return {
    catches: wraps.catches,
    ...(wraps.drops ? { drops: wraps.drops } : {}),
    ...(wraps.leavesOpen ? { leavesOpen: wraps.leavesOpen } : {}),
    ...(wraps.logs ? { logs: wraps.logs } : {}),
  };
}

/** Does a call with this role make an element of a chain? */
function isElement(role: CallRole | undefined): boolean {
  return role?.guard !== undefined || role?.combines !== undefined;
}
