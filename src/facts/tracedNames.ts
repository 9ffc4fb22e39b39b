import { ts } from 'ts-morph';
import type { Declaration, Step } from '../syntax/declarations';
import { bare, constantString, memberName } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import { isAllowedElement } from './keptElements';
import { isChecked } from './allowLists';
import { copiesIn } from './copiedMembers';
import { isCleanType, memberType } from './cleanTypes';
import { lastGiven } from './lastGiven';
import { mayHoldOperators, partByName, restOf } from './requestParts';
import { givenToFunction, memberHandedTo } from './tracedElements';
import { thrownInto } from './tracedThrows';
import { keys, type Category, type Frames, type Source } from './traceParts';
import type { Trace } from './origins';

/** Names of what people type and callers send. */
const inputName = /^(?:user|untrusted|unverified|unvalidated|unsafe|tainted)_?(?:input|supplied|provided|controlled)(?:$|[A-Z_])/i;

const namedCategories = new Set<Category>(['sql', 'nosql', 'command', 'code', 'path', 'url']);

/** What names stand for, for a trace. */
export class TracedNames {
  constructor(private readonly trace: Trace) {}

  /** What a name stands for. */
  ofIdentifier(node: ts.Identifier, steps: readonly string[], frames: Frames, depth: number): Source[] {
    if (node.text === 'undefined' || node.text === 'NaN' || node.text === 'Infinity') return this.trace.source('constant', node);
    const declaration = this.trace.analysis.resolver.declarations.find(node);
    if (!declaration) return this.trace.fromRequest(node, steps) ?? this.ofUndeclared(node, steps, frames, depth);
    if (declaration.kind === 'function' || declaration.kind === 'class' || declaration.kind === 'other')
      return this.trace.source('constant', node);
    if (declaration.kind === 'import') return this.trace.source(/^[A-Z][A-Z0-9_]*$/.test(node.text) ? 'constant' : 'unknown', node);
    if (declaration.kind === 'caught')
      return [
        ...thrownInto(this.trace, declaration.node, [...memberSteps(declaration.steps), ...steps], frames, depth),
        ...this.trace.source('data', node),
      ];
    if (isChecked(this.trace.analysis, node, this.trace.category)) return this.trace.source('sanitised', node);
    if (declaration.kind === 'parameter')
      return [...this.ofParameter(node, declaration, steps, frames, depth), ...this.filled(node, declaration.node, steps, frames, depth)];
    if (declaration.kind !== 'variable') return this.trace.source('unknown', node);
    // What a method made of it is not what was sent: that is looked at where it was made.
    const isMade = /\(\)|\.length$/.test(restOf(this.trace.analysis, this.trace.analysis.resolver.pathOf(node)));
    const last = declaration.constant ? undefined : lastGiven(this.trace.analysis, node, declaration.node);
    const isOld = last !== undefined && this.trace.analysis.resolver.pathOf(last) !== this.trace.analysis.resolver.pathOf(node);
    const direct =
      isOld || (isMade && this.trace.category !== 'object') || (declaration.steps.length > 0 && hasRest(declaration.steps))
        ? undefined
        : this.trace.fromRequest(node, steps);
    if (direct && !(isMade && direct.some(({ from }) => from === 'request'))) return direct;
    const found = [
      ...(direct ?? []).map((source) => ({ ...source, record: false })),
      ...this.ofVariable(node, declaration, last, steps, frames, depth),
      ...this.filled(node, declaration.node, steps, frames, depth),
    ];
    // Its name says more to a reader than the place where it was made.
    return isMade && !direct
      ? found.map((source) =>
          source.from === 'request'
            ? { ...source, node, span: this.trace.analysis.span(node), label: this.trace.analysis.label(node, 60), whole: false }
            : source,
        )
      : found;
  }

  /** Sloppy code assigns to names that it never declares. */
  private ofUndeclared(node: ts.Identifier, steps: readonly string[], frames: Frames, depth: number): Source[] {
    const found = (this.trace.analysis.outline.assignments.get(node.text) ?? []).flatMap(({ left, right }) =>
      this.trace.analysis.resolver.declarations.find(left as ts.Identifier) ? [] : this.trace.of(right, steps, frames, depth),
    );
    return found.length > 0 ? found : this.namedInput(node, node.text);
  }

  /** A value that nobody can follow may say by its name that somebody has typed or sent it. */
  namedInput(node: ts.Node, name: string): Source[] {
    return inputName.test(name) && namedCategories.has(this.trace.category)
      ? this.trace.source('request', node, { named: true })
      : this.trace.source('unknown', node);
  }

  private ofVariable(
    node: ts.Identifier,
    declaration: Declaration & { kind: 'variable' },
    last: ts.Expression | undefined,
    steps: readonly string[],
    frames: Frames,
    depth: number,
  ): Source[] {
    if (isCleanType(this.trace.analysis, declaration.node.type)) return this.trace.source('sanitised', node);
    const taken = [...memberSteps(declaration.steps), ...steps];
    const found: Source[] = last ? this.trace.of(last, steps, frames, depth) : [];
    const { initializer } = declaration.node;
    // Members whose names are worked out may have any name.
    if (steps[0] === keys && initializer && ts.isObjectLiteralExpression(bare(initializer)) && this.takesNames(node))
      return this.trace.source('unknown', node);
    if (initializer && !last) found.push(...this.trace.of(initializer, taken, frames, depth));
    else if (
      !last &&
      ts.isVariableDeclarationList(declaration.node.parent) &&
      (ts.isForOfStatement(declaration.node.parent.parent) || ts.isForInStatement(declaration.node.parent.parent))
    ) {
      const list = declaration.node.parent.parent.expression;
      if (isAllowedElement(this.trace.analysis, list, declaration.steps)) return this.trace.source('sanitised', node);
      const named = ts.isForInStatement(declaration.node.parent.parent) ? list : this.namedBy(list, declaration.steps);
      found.push(...(named ? this.trace.of(named, [keys], frames, depth) : this.trace.of(list, ['[]', ...taken], frames, depth)));
    }
    if (!last) for (const value of declaration.defaults) found.push(...this.trace.of(value, steps, frames, depth));
    if (ts.isIdentifier(declaration.node.name)) {
      if (!declaration.constant && !last)
        for (const value of this.assigned(node, declaration)) found.push(...this.trace.of(value, steps, frames, depth));
      for (const value of this.pushed(node, declaration)) found.push(...this.trace.of(value, [], frames, depth));
      found.push(...this.setMembers(node, declaration, steps, frames, depth));
    }
    return found.length > 0 ? found : this.trace.source('unknown', node);
  }

  /** The object whose names a list holds, or the first parts of its elements: `Object.keys(fields)`, `for (const [name] of Object.entries(fields))`. */
  private namedBy(list: ts.Expression, steps: readonly Step[]): ts.Expression | undefined {
    if (this.trace.category === 'object') return undefined;
    let value = this.trace.analysis.resolver.deref(list);
    while (
      ts.isCallExpression(value) &&
      ts.isPropertyAccessExpression(value.expression) &&
      /^(filter|slice|sort|toSorted)$/.test(value.expression.name.text)
    )
      value = this.trace.analysis.resolver.deref(value.expression.expression);
    if (!ts.isCallExpression(value)) return undefined;
    const path = this.trace.analysis.resolver.pathOf(value.expression);
    const isName =
      path === 'global#Object.keys' ||
      (path === 'global#Object.entries' && steps[0] !== undefined && 'index' in steps[0] && steps[0].index === 0);
    return isName ? value.arguments[0] : undefined;
  }

  /** What is assigned to a variable after its declaration. */
  private assigned(node: ts.Identifier, declaration: Declaration & { kind: 'variable' }): ts.Expression[] {
    return (this.trace.analysis.outline.assignments.get(node.text) ?? [])
      .filter((assignment) => this.isSame(assignment.left, declaration))
      .map((assignment) => assignment.right);
  }

  /** What is assigned to members of an object afterwards: `filters.search = …`. */
  private setMembers(
    node: ts.Identifier,
    declaration: Declaration & { kind: 'variable' },
    steps: readonly string[],
    frames: Frames,
    depth: number,
  ): Source[] {
    if (!declaration.node.initializer || !ts.isObjectLiteralExpression(bare(declaration.node.initializer))) return [];
    return this.trace.analysis.outline.memberAssignments.flatMap(({ left, right }) => {
      const member = memberName(left);
      const holder = member === undefined ? undefined : (left as ts.PropertyAccessExpression).expression;
      if (!holder || !ts.isIdentifier(holder) || holder.text !== node.text || !this.isSame(holder, declaration)) return [];
      return steps[0] === undefined || steps[0] === member
        ? this.trace.of(right, steps.slice(1), frames, depth).map((source) => ({ ...source, whole: false, record: false }))
        : [];
    });
  }

  /** What all members of an object are overwritten with: `Object.assign(user, input)`, `user.set(input)`. */
  private filled(node: ts.Identifier, declaration: ts.Node, steps: readonly string[], frames: Frames, depth: number): Source[] {
    if (this.trace.category !== 'object' || steps.length > 0) return [];
    const fn = this.trace.analysis.functionAround(declaration);
    if (!fn) return [];
    const copied = copiesIn(this.trace.analysis, fn).filter(({ target }) => isNamed(this.trace.analysis, target, node.text, declaration));
    const calls = [fn, ...fn.nested].flatMap((inner) => inner.calls);
    const told = (source: ts.Expression): Source[] =>
      this.trace.of(source, [], frames, depth).filter(({ from }) => from === 'request' || from === 'parameter');
    return [
      ...copied.flatMap(({ source }) => told(source)),
      ...calls.flatMap((call) => {
        const [target, ...sources] = [
          ...(ts.isPropertyAccessExpression(call.expression) ? [call.expression.expression] : []),
          ...(call.arguments ?? []),
        ];
        const given = [target, sources[0]].findIndex(
          (each) => each !== undefined && isNamed(this.trace.analysis, each, node.text, declaration),
        );
        if (given === -1 || constantString(sources[0]) !== undefined) return [];
        const { role } = this.trace.analysis.site(call) ?? {};
        if (role?.fills !== (given === 0 ? 'receiver' : 0)) return [];
        return sources.slice(given).flatMap(told);
      }),
    ];
  }

  /** Is something put into an object under a name that is worked out: `fields[name] = …`? */
  private takesNames(node: ts.Identifier): boolean {
    return new RegExp(`(?<![\\w$.])${node.text.replace(/\$/g, '\\$')}\\[(?!['"\`])[^\\]]+\\]\\s*=[^=]`).test(
      this.trace.analysis.source.text,
    );
  }

  /** What is pushed into an array. */
  private pushed(node: ts.Identifier, declaration: Declaration & { kind: 'variable' }): ts.Expression[] {
    const { initializer } = declaration.node;
    if (!initializer || !ts.isArrayLiteralExpression(bare(initializer))) return [];
    const fn = this.trace.analysis.functionAround(declaration.node);
    const calls = fn ? [fn, ...fn.nested].flatMap((inner) => inner.calls) : this.trace.analysis.outline.calls;
    return calls.flatMap((call) => {
      const callee = call.expression;
      if (
        !ts.isPropertyAccessExpression(callee) ||
        !/^(push|unshift)$/.test(callee.name.text) ||
        !ts.isIdentifier(callee.expression) ||
        callee.expression.text !== node.text
      )
        return [];
      return this.isSame(callee.expression, declaration) ? [...(call.arguments ?? [])] : [];
    });
  }

  private isSame(node: ts.Expression, declaration: Declaration & { kind: 'variable' }): boolean {
    const found = ts.isIdentifier(node) ? this.trace.analysis.resolver.declarations.find(node) : undefined;
    return found?.kind === 'variable' && found.node === declaration.node;
  }

  private ofParameter(
    node: ts.Identifier,
    declaration: Declaration & { kind: 'parameter' },
    steps: readonly string[],
    frames: Frames,
    depth: number,
  ): Source[] {
    const { fn, index } = declaration;
    const again = lastGiven(this.trace.analysis, node, declaration.node);
    if (again) return this.trace.of(again, steps, frames, depth);
    const request = this.trace.fromRequest(node, hasRest(declaration.steps) ? [] : steps);
    if (request) return request;
    const taken = [...memberSteps(declaration.steps), ...steps];
    const field = memberHandedTo(this.trace, fn, index);
    if (field !== undefined) return this.trace.fields.ofField(fn, field, taken, frames, depth);
    const frame = frames.get(fn);
    if (frame) {
      const argument = frame.args[index];
      const values = argument ? this.trace.of(argument, taken, frame.outer, depth) : [];
      const fallback = declaration.node.initializer ? this.trace.of(declaration.node.initializer, taken, frames, depth) : [];
      return values.length + fallback.length > 0 ? [...values, ...fallback] : this.trace.source('constant', node);
    }
    const part = declaration.node.type ? undefined : partByName(fn, index, taken[0]);
    // Parts of an address are texts, whichever framework cuts it.
    if (part && this.trace.category === 'nosql' && !mayHoldOperators(this.trace.analysis, undefined, part))
      return this.trace.source('sanitised', node);
    if (part && namedCategories.has(this.trace.category)) return this.trace.source('request', node, { input: part, named: true });
    const callback = this.ofCallback(node, declaration, taken, frames, depth);
    if (callback) return callback;
    // What a framework hands over, and is no part of a request, is not of a caller's making.
    if (this.trace.analysis.resolver.parameters.get(fn)?.[index] !== undefined) return this.trace.source('unknown', node);
    const given = givenToFunction(this.trace, fn, index, taken, depth);
    const type = memberType(this.trace.analysis, declaration.node.type, taken.at(-1) === keys ? taken.slice(0, -1) : taken);
    if (isCleanType(this.trace.analysis, type)) return this.trace.source('sanitised', node);
    // A type of another file may be a union of constants.
    if (this.trace.category !== 'object' && taken.at(-1) !== keys && (type === 'unknown' || (type && ts.isTypeReferenceNode(type))))
      return given.length > 0 ? given : this.trace.source('unknown', node);
    const parameter = this.trace.source('parameter', node, {
      parameter: { fn, index, members: taken },
      whole: taken.length === 0,
      record: true,
    });
    const all = [...given, ...parameter];
    return inputName.test(node.text) ? [...all, ...this.namedInput(node, node.text)] : all;
  }

  /** Parameters of callbacks hold elements of what the call iterates over. */
  private ofCallback(
    node: ts.Identifier,
    declaration: Declaration & { kind: 'parameter' },
    taken: readonly string[],
    frames: Frames,
    depth: number,
  ): Source[] | undefined {
    const { fn, index } = declaration;
    const call = fn.parent;
    if (!call || !(ts.isCallExpression(call) || ts.isNewExpression(call)) || !call.arguments?.includes(fn as ts.Expression))
      return undefined;
    const callee = bare(call.expression);
    if (!ts.isPropertyAccessExpression(callee)) return this.trace.source('unknown', node);
    const method = callee.name.text;
    const element = method === 'reduce' || method === 'reduceRight' ? 1 : 0;
    if (/^(map|flatMap|filter|find|findIndex|some|every|forEach|reduce|reduceRight|then|sort|from)$/.test(method)) {
      if (index === element) {
        const list = method === 'from' ? call.arguments[0]! : callee.expression;
        if (isAllowedElement(this.trace.analysis, list, declaration.steps)) return this.trace.source('sanitised', node);
        const named = method === 'then' ? undefined : this.namedBy(list, declaration.steps);
        if (named) return this.trace.of(named, [keys], frames, depth);
        return this.trace.of(list, method === 'then' ? taken : ['[]', ...taken], frames, depth);
      }
      if (index === element + 1 && method !== 'sort') return this.trace.source('sanitised', node);
    }
    return this.trace.source('unknown', node);
  }
}

/** Does an expression name what a variable or parameter holds? */
export function isNamed(analysis: FileAnalysis, expression: ts.Expression, name: string, declaration: ts.Node): boolean {
  const node = bare(expression);
  if (!ts.isIdentifier(node) || node.text !== name) return false;
  const found = analysis.resolver.declarations.find(node);
  return found !== undefined && 'node' in found && found.node === declaration;
}

function hasRest(steps: readonly Step[]): boolean {
  return steps.some((step) => 'rest' in step);
}

function memberSteps(steps: readonly Step[]): string[] {
  return steps.flatMap((step) => ('member' in step ? [step.member] : 'index' in step ? ['[]'] : []));
}
