import { ts } from 'ts-morph';
import type { AccessPath } from '../model/facts';
import type { CallRole, HandlerShape } from '../model/library';
import { bare, constantString, propertyAt } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo, type FunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import type { CallSite } from './callSite';
import { decoratedParameters } from './recognise/decorators';
import { actionRoute, serverActions } from './recognise/entries';
import { isTold } from './recognise/given';
import { tableHandlers } from './recognise/methodTables';
import { routeRows } from './recognise/routeRows';

/** What the parameters of functions hold because of who calls them: frameworks, libraries, conventions. */
export class ParameterValues {
  /** Functions taken for handlers by their shape alone. */
  private readonly guessed = new Set<FunctionInfo>();

  constructor(private readonly analysis: FileAnalysis) {}

  /** Gives parameters of a function their values. Returns whether that is news about a function met earlier. */
  give(node: FunctionNode, params: readonly (AccessPath | undefined)[], position: number): boolean {
    const old = this.analysis.resolver.parameters.get(node);
    if (old && params.every((path, index) => path === undefined || old[index] === path)) return false;
    this.analysis.resolver.parameters.set(node, [...params]);
    if (this.analysis.isKnown(node)) this.analysis.disturbed = true;
    return node.pos < position;
  }

  /** Gives parameters with decorators what the framework puts there. */
  assignDecorated(): void {
    for (const cls of this.analysis.outline.classes) {
      if (!ts.getDecorators(cls.node)?.length) continue;
      for (const info of cls.methods.values()) {
        const params = ts.isMethodDeclaration(info.node) ? decoratedParameters(this.analysis, info.node) : undefined;
        if (params) this.analysis.resolver.parameters.set(info.node, params);
      }
    }
  }

  /** Does a function stand in one that was taken for a handler by its shape alone? */
  isGuessed(fn: FunctionInfo | undefined): boolean {
    for (let current = fn; current; current = current.parent) if (this.guessed.has(current)) return true;
    return false;
  }

  /** Gives handlers that are known by their shape their parameters. */
  assignShapes(): void {
    const { parameters: known } = this.analysis.resolver;
    const open = this.analysis.outline.functions.filter(({ node }) => node.parameters.length > 0 && !known.has(node));
    if (open.length === 0) return;
    for (const library of this.analysis.tables.shaped) {
      // Without a manifest around the file, the shape of a handler is all there is to go by.
      const guessed = !this.analysis.inForce(library.packages);
      if (guessed && this.analysis.context.dependencies !== undefined) continue;
      for (const fn of open) {
        if (known.has(fn.node)) continue;
        const shape = library.handlerShapes!.find((one) => fn.node.parameters.length >= one.params.length && this.hasShape(fn, one));
        if (!shape) continue;
        known.set(fn.node, [...shape.paths]);
        if (guessed) this.guessed.add(fn);
      }
    }
  }

  private hasShape(fn: FunctionInfo, { params, types, inside, exported, registers }: HandlerShape): boolean {
    if (inside) return inside.test(nameOfObjectAround(fn.node) ?? '');
    const fits = params.every((names, index) => {
      const { name, type, dotDotDotToken } = fn.node.parameters[index]!;
      if (types && (dotDotDotToken || (type && !isNamed(type, types)))) return false;
      return ts.isIdentifier(name) && namesIn(names).has(name.text.startsWith('_') ? name.text.slice(1) : name.text);
    });
    return (
      fits &&
      (!registers || registersOnFirst(fn, registers)) &&
      (!exported ||
        (fn.parent === undefined &&
          this.analysis.exports.some(
            (entry) => 'value' in entry && exported.test(entry.name) && this.analysis.functions.behind(entry.value).includes(fn),
          )))
    );
  }

  /** Callbacks of `.catch` get what was caught. */
  assignCaught(): void {
    for (const call of this.analysis.outline.calls) {
      const callee = call.expression;
      if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'catch') continue;
      const callback = call.arguments?.[0] && this.analysis.outline.byNode.get(bare(call.arguments[0]));
      if (callback && !this.analysis.resolver.parameters.has(callback.node))
        this.analysis.resolver.parameters.set(callback.node, ['caught#']);
    }
  }

  /** Gives entries that are known by their file their parameters. */
  assignFileRoutes(): void {
    for (const { fn, params } of this.analysis.placed.functions())
      if (!this.analysis.resolver.parameters.has(fn.node)) this.analysis.resolver.parameters.set(fn.node, params);
    for (const { fn, params } of this.analysis.pageMakers.functions())
      if (!this.analysis.resolver.parameters.has(fn.node)) this.analysis.resolver.parameters.set(fn.node, [...params]);
    const each = actionRoute(this.analysis)?.each;
    for (const fn of serverActions(this.analysis))
      if (!this.analysis.resolver.parameters.has(fn.node))
        this.analysis.resolver.parameters.set(
          fn.node,
          fn.node.parameters.map(() => each),
        );
  }

  /** Gives handlers in the rows of a table that drives a call their parameters. Returns whether that is news about a function met earlier. */
  giveRows(site: CallSite): boolean {
    let late = false;
    for (const { route, role, args } of routeRows(this.analysis, site) ?? []) {
      for (const fn of route.params ? args.flatMap((argument) => (isTold(argument) ? [] : this.analysis.functions.within(argument))) : []) {
        if (
          this.give(
            fn.node,
            shiftForErrors(fn, (route.paramsByCount && route.paramsByCount[fn.node.parameters.length]) || route.params!, role),
            site.node.pos,
          )
        )
          late = true;
      }
    }
    return late;
  }

  /** Gives the callbacks of a call their parameters. Returns whether that is news about a function met earlier. */
  giveCallbacks(site: CallSite, role: CallRole): boolean {
    let late = false;
    const give = (expression: ts.Expression, params: readonly AccessPath[]): void => {
      for (const fn of this.analysis.functions.within(expression)) {
        if (this.give(fn.node, shiftForErrors(fn, params, role), site.node.pos)) late = true;
      }
    };
    const args = site.node.arguments ?? [];
    const params = role.route?.params ?? role.mount?.params;
    if (params) {
      for (const argument of args) {
        const count = role.route?.paramsByCount && this.analysis.functions.within(argument)[0]?.node.parameters.length;
        give(argument, (count !== undefined && role.route?.paramsByCount?.[count]) || params);
      }
    }
    if (role.methodTable)
      for (const fn of tableHandlers(this.analysis, site.node, role.methodTable))
        if (this.give(fn.node, role.methodTable.params, site.node.pos)) late = true;
    for (const callback of role.callbacks ?? []) {
      const chosen =
        callback.args === 'all'
          ? args
          : callback.args === 'last'
            ? args.slice(-1)
            : callback.args.map((index) => args[index]).filter((arg) => arg !== undefined);
      if (callback.when !== undefined && this.analysis.textOf(args[0]) !== callback.when) continue;
      for (const argument of chosen) {
        const value =
          callback.property === undefined
            ? argument
            : propertyAt(argument, callback.property, (node) => this.analysis.resolver.deref(node));
        if (!value) continue;
        if (!ts.isMethodDeclaration(value)) give(value, callback.params);
        else if (this.give(value, callback.params, site.node.pos)) late = true;
      }
    }
    return late;
  }
}

const alternatives = new Map<string, ReadonlySet<string>>();

/** Names with `|` between them. */
function namesIn(text: string): ReadonlySet<string> {
  let names = alternatives.get(text);
  if (!names) alternatives.set(text, (names = new Set(text.split('|'))));
  return names;
}

/**
 * Does a function put endpoints or middleware on its first parameter, which has no type: `app.get('/orders', list);`? Whoever asks another
 * server looks at what it answers.
 */
function registersOnFirst({ node, calls }: FunctionInfo, methods: RegExp): boolean {
  const [first] = node.parameters;
  if (!first || first.type || !ts.isIdentifier(first.name)) return false;
  const { text } = first.name;
  return calls.some(({ expression: callee, arguments: args }) => {
    if (!args?.[0] || !ts.isPropertyAccessExpression(callee) || !methods.test(callee.name.text) || rootOf(callee) !== text) return false;
    if (constantString(args[0])?.startsWith('/') !== true) return callee.name.text === 'use' && isForItsOwnSake(callee);
    return args.some((argument) => isFunctionNode(bare(argument))) || (callee.parent.parent !== node && isForItsOwnSake(callee));
  });
}

/** Name that a chain of calls begins with. */
function rootOf(member: ts.PropertyAccessExpression): string | undefined {
  const value = bare(member.expression);
  if (ts.isIdentifier(value)) return value.text;
  return ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression) ? rootOf(value.expression) : undefined;
}

/** Does nothing come of a chain of calls? */
function isForItsOwnSake(member: ts.PropertyAccessExpression): boolean {
  let node: ts.Node = member;
  while ((ts.isCallExpression(node.parent) || ts.isPropertyAccessExpression(node.parent)) && node.parent.expression === node)
    node = node.parent;
  return ts.isExpressionStatement(node.parent) || ts.isArrowFunction(node.parent);
}

/** Name of what holds the object that a function is a member of: a property or a variable. */
function nameOfObjectAround(node: FunctionNode): string | undefined {
  const member = ts.isMethodDeclaration(node) ? node : node.parent;
  if (!ts.isPropertyAssignment(member) && !ts.isMethodDeclaration(member)) return undefined;
  const holder = member.parent.parent;
  return (ts.isPropertyAssignment(holder) || ts.isVariableDeclaration(holder)) && ts.isIdentifier(holder.name)
    ? holder.name.text
    : undefined;
}

function isNamed(type: ts.TypeNode, names: RegExp): boolean {
  return ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && names.test(type.typeName.text);
}

/** Express error handlers have the error first. */
function shiftForErrors(fn: FunctionInfo, params: readonly AccessPath[], role: CallRole): (AccessPath | undefined)[] {
  const arity = role.route?.errorHandlerArity ?? role.mount?.errorHandlerArity;
  if (arity !== undefined && fn.node.parameters.length === arity) return ['caught#', ...params];
  return [...params];
}
