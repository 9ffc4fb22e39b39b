import { ts } from 'ts-morph';
import type { Origin, TaintedSink } from '../model/facts';
import type { Span } from '../model/finding';
import type { Declaration, Step } from '../syntax/declarations';
import { bare, constantString, contains, memberName, propertyOf, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo, type FunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { isChecked } from './allowLists';
import { checkedField } from './checkedInputs';
import { copiesIn } from './copiedMembers';
import { isCleanType, memberType } from './cleanTypes';
import { escapesForScript, escapesQuotes, frontOf, handedOn, partsAdded, patternOf, piecesOf, removesOthers, removesParents, removesTags, withoutOwn } from './passedText';
import { addressOf, inputOf, isOwnAddress, looksAtSender, mayHoldOperators, partByName, readOfPage, restOf } from './requestParts';
import { schemaField } from './validation';

export type Category = TaintedSink['category'];

/** Where a value comes from, with what later steps need to know about that place. */
export interface Source extends Omit<Origin, 'whole' | 'record'> {
  node: ts.Node;
  /** Nothing was taken out of it on the way: a whole body, not one of its fields. */
  whole: boolean;
  /** Nothing was taken out of it since it was a member of the input or parameter. */
  record?: boolean;
  /** The address of the page as it is: whatever it says, it leads to the page itself. */
  own?: 'address' | 'marks';
  /** The parameter, and the members taken from it, for `from: 'parameter'`. */
  parameter?: { fn: FunctionNode; index: number; members: readonly string[] };
}

/** Arguments of the calls that tracing has gone into, by the function called. */
type Frames = ReadonlyMap<FunctionNode, { args: readonly ts.Expression[]; outer: Frames }>;

const deepest = 24;
const most = 24;

/** Stands for the names of an object's members among the steps that lead into it. */
const keys = '{keys}';

/** Names of what people type and callers send. */
const inputName = /^(?:user|untrusted|unverified|unvalidated|unsafe|tainted)_?(?:input|supplied|provided|controlled)(?:$|[A-Z_])/i;
const namedCategories = new Set<Category>(['sql', 'nosql', 'command', 'code', 'path', 'url']);

/** Methods whose result is made of their receiver (and arguments). */
const passing =
  /^(trim|trimStart|trimEnd|toLowerCase|toUpperCase|toLocaleLowerCase|toLocaleUpperCase|toString|valueOf|slice|substring|substr|split|replace|replaceAll|concat|join|padStart|padEnd|normalize|at|charAt|reverse|sort|toSorted|flat|values|keys|entries|get|getAll|pop|shift|filter|find|repeat|with|splice|then|catch|finally|clone|toJSON|item)$/;
/** Methods whose result cannot carry text of the caller's choice. */
const harmless = /^(toISOString|toFixed|toPrecision|toExponential|getTime|getFullYear|getMonth|getDate|getHours|getMinutes|valueOfDate|includes|startsWith|endsWith|has|some|every|test|indexOf|lastIndexOf|findIndex|localeCompare|charCodeAt|codePointAt|size|count|isInteger|isArray|now|floor|ceil|round|min|max|abs|random|randomUUID|toDateString|digest)$/;
/** Functions that say that they judge an address. */
const checkingAddress = /^(check|validate|assert|ensure|verify|sanitize|sanitise|safe|allowed)([A-Z_]|$)/;
/** Functions that give back what was inside a signature or a cipher. */
const verifying = /^(?:verify|unsign|unseal|decrypt)(?:$|[A-Z_])/;
/** What gives a text or an id, or fails: no object with operators. */
const texts = /^(toString|trim|toLowerCase|toUpperCase|normalize|slice|substring|substr|padStart|padEnd|join|stringify|ObjectId|createFromHexString)$/;
const cleaning = /^(escape|quote|check|sanitize|sanitise|encode|whitelist|allow|safe|assertSafe|validate|ensureValid|coerce|clamp)/i;
const passingGlobals = new Set(['global#JSON.stringify', 'global#JSON.parse', 'global#Object.keys', 'global#Object.values', 'global#Object.entries', 'global#Object.fromEntries', 'global#Object.assign', 'global#URL', 'global#URLSearchParams', 'global#decodeURIComponent', 'global#decodeURI', 'global#structuredClone', 'global#Promise.resolve', 'global#Promise.all']);

/** Traces a value back to where it comes from, as far as this file tells; with `members`, what those lead to in it. */
export function sourcesOf(analysis: FileAnalysis, expression: ts.Expression, category: Category, members: readonly string[] = []): Source[] {
  const sources = distinct(new Trace(analysis, category).of(expression, members, new Map(), deepest));
  return category === 'redirect' ? sources.map((source) => (source.own ? { ...source, from: 'sanitised' } : source)) : sources;
}

/** The same as plain data, what a caller controls first; at most six. */
export function originsOf(analysis: FileAnalysis, expression: ts.Expression, category: Category): Origin[] {
  return plain(sourcesOf(analysis, expression, category));
}

const rank: Record<Origin['from'], number> = { request: 0, page: 0, parameter: 1, unknown: 2, data: 3, environment: 4, sanitised: 5, constant: 6 };

/** Sources without nodes, the ones that matter first. */
export function plain(sources: readonly Source[]): Origin[] {
  return [...sources]
    .sort((a, b) => rank[a.from] - rank[b.from] || Number(a.named ?? false) - Number(b.named ?? false))
    .slice(0, 6)
    .map(({ from, label, span, position, input, whole, record, named }) => ({ from, label, span, ...(position !== undefined ? { position } : {}), ...(input !== undefined ? { input } : {}), ...(from === 'request' && whole ? { whole } : {}), ...(from === 'request' && record && !whole ? { record } : {}), ...(named ? { named } : {}) }));
}

function distinct(sources: readonly Source[]): Source[] {
  const seen = new Set<string>();
  return sources.filter((source) => {
    const key = `${source.from} ${source.span.start} ${source.span.end}`;
    return !seen.has(key) && seen.add(key);
  });
}

class Trace {
  private readonly open = new Set<ts.Node>();
  private count = 0;

  constructor(
    private readonly analysis: FileAnalysis,
    private readonly category: Category,
  ) {}

  private source(from: Origin['from'], node: ts.Node, more: Partial<Source> = {}): Source[] {
    const span: Span = this.analysis.span(node);
    return [{ from, label: this.analysis.label(node, 60), span, node, whole: false, ...more }];
  }

  /** `steps` are the members that will be taken from the value, innermost first. */
  of(expression: ts.Expression, steps: readonly string[], frames: Frames, depth: number): Source[] {
    const node = bare(expression);
    if (depth <= 0 || this.count > most * 8) return this.source('unknown', node);
    this.count++;
    if (this.open.has(node)) return [];
    this.open.add(node);
    try {
      return this.trace(node, steps, frames, depth - 1);
    } finally {
      this.open.delete(node);
    }
  }

  private trace(node: ts.Expression, steps: readonly string[], frames: Frames, depth: number): Source[] {
    const again = (inner: ts.Expression, rest: readonly string[] = []): Source[] => this.of(inner, rest, frames, depth);
    if (constantString(node) !== undefined) return this.source('constant', node);
    switch (node.kind) {
      case ts.SyntaxKind.NumericLiteral:
      case ts.SyntaxKind.BigIntLiteral:
      case ts.SyntaxKind.TrueKeyword:
      case ts.SyntaxKind.FalseKeyword:
      case ts.SyntaxKind.NullKeyword:
      case ts.SyntaxKind.RegularExpressionLiteral:
      case ts.SyntaxKind.TypeOfExpression:
      case ts.SyntaxKind.DeleteExpression:
      case ts.SyntaxKind.VoidExpression:
      case ts.SyntaxKind.ArrowFunction:
      case ts.SyntaxKind.FunctionExpression:
      case ts.SyntaxKind.PrefixUnaryExpression:
      case ts.SyntaxKind.PostfixUnaryExpression:
        return this.source('constant', node);
      case ts.SyntaxKind.SpreadElement:
        return again((node as ts.SpreadElement).expression);
      case ts.SyntaxKind.TemplateExpression:
        // A text cannot be an operator of a document query.
        if (this.category === 'nosql') return this.source('sanitised', node);
        return this.category === 'redirect' ? this.ofTarget(node, again) : (node as ts.TemplateExpression).templateSpans.flatMap((span) => again(span.expression));
      case ts.SyntaxKind.TaggedTemplateExpression:
        return this.source('sanitised', node);
      case ts.SyntaxKind.ConditionalExpression: {
        const { whenTrue, whenFalse } = node as ts.ConditionalExpression;
        return [...again(whenTrue, steps), ...again(whenFalse, steps)];
      }
      case ts.SyntaxKind.BinaryExpression:
        return this.ofBinary(node as ts.BinaryExpression, again, steps);
      case ts.SyntaxKind.ObjectLiteralExpression:
        return this.ofObject(node as ts.ObjectLiteralExpression, steps, again);
      case ts.SyntaxKind.ArrayLiteralExpression:
        return (node as ts.ArrayLiteralExpression).elements.flatMap((element) => again(element));
      case ts.SyntaxKind.Identifier:
        return this.ofIdentifier(node as ts.Identifier, steps, frames, depth);
      case ts.SyntaxKind.PropertyAccessExpression:
      case ts.SyntaxKind.ElementAccessExpression:
        return this.ofMember(node as ts.PropertyAccessExpression | ts.ElementAccessExpression, steps, frames, depth);
      case ts.SyntaxKind.CallExpression:
      case ts.SyntaxKind.NewExpression:
        return this.ofCall(node as ts.CallExpression, steps, frames, depth);
      default:
        return this.source('unknown', node);
    }
  }

  private ofBinary(node: ts.BinaryExpression, again: (inner: ts.Expression, rest?: readonly string[]) => Source[], steps: readonly string[]): Source[] {
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.PlusToken:
        if (this.category === 'nosql') return this.source('sanitised', node);
        return this.category === 'redirect' ? this.ofTarget(node, again) : [...again(node.left), ...again(node.right)];
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.QuestionQuestionToken:
        return [...again(node.left, steps), ...again(node.right, steps)];
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.CommaToken:
      case ts.SyntaxKind.EqualsToken:
        return again(node.right, steps);
      default:
        // Comparisons and arithmetic give booleans and numbers.
        return this.source('constant', node);
    }
  }

  /** The beginning of an address that is put together says where it leads. */
  private ofTarget(node: ts.Expression, again: (inner: ts.Expression) => Source[]): Source[] {
    let before = '';
    const found: Source[] = [];
    for (const piece of piecesOf(node)) {
      if (typeof piece === 'string') before += piece;
      else if (before === '' || before === '/' || /^(?:https?:)?\/\/[^/?#]*$/.test(before)) {
        const sources = again(piece);
        found.push(...sources);
        // Whatever a constant says, it is the beginning; behind anything else nothing matters.
        if (!sources.every(({ from }) => from === 'constant')) break;
      }
    }
    return found.length > 0 ? found : this.source('sanitised', node);
  }

  private ofObject(node: ts.ObjectLiteralExpression, steps: readonly string[], again: (inner: ts.Expression, rest?: readonly string[]) => Source[]): Source[] {
    const [first, ...rest] = steps;
    // An object is sent as JSON.
    if (this.category === 'html' && first === undefined) return this.source('sanitised', node);
    const named = first === undefined ? undefined : propertyOf(node, first);
    if (named) return ts.isMethodDeclaration(named) ? this.source('constant', named) : again(named, rest);
    const isNamed = first !== undefined && first !== '[]';
    const found = node.properties.flatMap((property) => {
      if (this.category === 'nosql' && property.name && takesValue(property.name)) return [];
      if (first === keys && property.name && ts.isComputedPropertyName(property.name)) return again(property.name.expression);
      if (isNamed && !ts.isSpreadAssignment(property)) return [];
      if (ts.isPropertyAssignment(property)) return this.within(property.name, again(property.initializer, rest));
      if (ts.isShorthandPropertyAssignment(property)) return this.within(property.name, again(property.name, rest));
      // A spread keeps the whole of what it spreads.
      if (ts.isSpreadAssignment(property)) return again(property.expression, steps);
      return [];
    });
    return found.length > 0 ? found : this.source('constant', node);
  }

  /** A member of an object is not the object, except where the object only wraps what is written. */
  private within(name: ts.PropertyName, found: Source[]): Source[] {
    return wrapsRecord(name) ? found : found.map((source) => (source.whole || source.record ? { ...source, whole: false, record: false } : source));
  }

  /** A value that some part of the request holds, or the identity that was verified. */
  private fromRequest(node: ts.Expression, steps: readonly string[]): Source[] | undefined {
    const page = this.fromPage(node, steps);
    if (page) return page;
    const path = this.analysis.resolver.pathOf(node);
    if (path === undefined) return undefined;
    if (path === 'global#env' || path.startsWith('global#env.')) return this.source('environment', node);
    const input = inputOf(this.analysis, path);
    if (input === 'identity') return this.source('data', node);
    const ofAddress = addressOf(this.analysis, path);
    if (input === undefined && !ofAddress) return undefined;
    if (ofAddress && isOwnAddress(this.category, steps)) return this.source('sanitised', node);
    if (this.category === 'nosql' && input !== undefined && !mayHoldOperators(this.analysis, path, input)) return this.source('sanitised', node);
    if (isChecked(this.analysis, node, this.category) || (this.category === 'path' && this.analysis.tables.read(path)?.base)) return this.source('sanitised', node);
    const field = this.category === 'object' ? undefined : checkedField(this.analysis, node, path, steps);
    if (field === 'clean' || (field === 'text' && this.category === 'nosql')) return this.source('sanitised', node);
    const own = this.analysis.tables.read(path)?.input !== undefined;
    return this.source('request', node, { input: input ?? 'query', whole: own && steps.length === 0, record: own || keepsRecords(node) });
  }

  /** What whoever made a link, or another window, decides in a page. */
  private fromPage(node: ts.Expression, steps: readonly string[]): Source[] | undefined {
    if (this.category !== 'html' && this.category !== 'redirect') return undefined;
    const kind = readOfPage(this.analysis, node);
    if (!kind) return undefined;
    if (kind === 'message' && looksAtSender(this.analysis, node)) return this.source('unknown', node);
    const isAddress = kind === 'address' || kind === 'marks';
    if ((isAddress && /^(origin|host|hostname|port|protocol|pathname|length|assign|replace|reload)$/.test(steps[0] ?? '')) || isChecked(this.analysis, node, this.category)) return this.source('sanitised', node);
    return this.source('page', node, isAddress && (steps.length === 0 || steps[0] === 'href') ? { own: kind } : {});
  }

  private ofIdentifier(node: ts.Identifier, steps: readonly string[], frames: Frames, depth: number): Source[] {
    if (node.text === 'undefined' || node.text === 'NaN' || node.text === 'Infinity') return this.source('constant', node);
    const declaration = this.analysis.resolver.declarations.find(node);
    if (!declaration) return this.fromRequest(node, steps) ?? this.ofUndeclared(node, steps, frames, depth);
    if (declaration.kind === 'function' || declaration.kind === 'class' || declaration.kind === 'other') return this.source('constant', node);
    if (declaration.kind === 'import') return this.source(/^[A-Z][A-Z0-9_]*$/.test(node.text) ? 'constant' : 'unknown', node);
    if (declaration.kind === 'caught') return this.source('data', node);
    if (isChecked(this.analysis, node, this.category)) return this.source('sanitised', node);
    if (declaration.kind === 'parameter') return [...this.ofParameter(node, declaration, steps, frames, depth), ...this.filled(node, declaration.node, steps, frames, depth)];
    if (declaration.kind !== 'variable') return this.source('unknown', node);
    // What a method made of it is not what was sent: that is looked at where it was made.
    const isMade = /\(\)|\.length$/.test(restOf(this.analysis, this.analysis.resolver.pathOf(node)));
    const direct = isMade && this.category !== 'object' || (declaration.steps.length > 0 && hasRest(declaration.steps)) ? undefined : this.fromRequest(node, steps);
    if (direct && !(isMade && direct.some(({ from }) => from === 'request'))) return direct;
    const found = [...(direct ?? []).map((source) => ({ ...source, record: false })), ...this.ofVariable(node, declaration, steps, frames, depth), ...this.filled(node, declaration.node, steps, frames, depth)];
    // Its name says more to a reader than the place where it was made.
    return isMade && !direct ? found.map((source) => (source.from === 'request' ? { ...source, node, span: this.analysis.span(node), label: this.analysis.label(node, 60), whole: false } : source)) : found;
  }

  /** Sloppy code assigns to names that it never declares. */
  private ofUndeclared(node: ts.Identifier, steps: readonly string[], frames: Frames, depth: number): Source[] {
    const found = (this.analysis.outline.assignments.get(node.text) ?? []).flatMap(({ left, right }) => (this.analysis.resolver.declarations.find(left as ts.Identifier) ? [] : this.of(right, steps, frames, depth)));
    return found.length > 0 ? found : this.namedInput(node, node.text);
  }

  /** A value that nobody can follow may say by its name that somebody has typed or sent it. */
  private namedInput(node: ts.Node, name: string): Source[] {
    return inputName.test(name) && namedCategories.has(this.category) ? this.source('request', node, { named: true }) : this.source('unknown', node);
  }

  private ofVariable(node: ts.Identifier, declaration: Declaration & { kind: 'variable' }, steps: readonly string[], frames: Frames, depth: number): Source[] {
    if (isCleanType(this.analysis, declaration.node.type)) return this.source('sanitised', node);
    const taken = [...memberSteps(declaration.steps), ...steps];
    const found: Source[] = [];
    const { initializer } = declaration.node;
    // Members whose names are worked out may have any name.
    if (steps[0] === keys && initializer && ts.isObjectLiteralExpression(bare(initializer)) && this.takesNames(node)) return this.source('unknown', node);
    if (initializer) found.push(...this.of(initializer, taken, frames, depth));
    else if (ts.isVariableDeclarationList(declaration.node.parent) && (ts.isForOfStatement(declaration.node.parent.parent) || ts.isForInStatement(declaration.node.parent.parent))) {
      const list = declaration.node.parent.parent.expression;
      const named = ts.isForInStatement(declaration.node.parent.parent) ? list : this.namedBy(list, declaration.steps);
      found.push(...(named ? this.of(named, [keys], frames, depth) : this.of(list, ['[]', ...taken], frames, depth)));
    }
    for (const value of declaration.defaults) found.push(...this.of(value, steps, frames, depth));
    if (ts.isIdentifier(declaration.node.name)) {
      if (!declaration.constant) for (const value of this.assigned(node, declaration)) found.push(...this.of(value, steps, frames, depth));
      for (const value of this.pushed(node, declaration)) found.push(...this.of(value, [], frames, depth));
      found.push(...this.setMembers(node, declaration, steps, frames, depth));
    }
    return found.length > 0 ? found : this.source('unknown', node);
  }

  /** The object whose names a list holds, or the first parts of its elements: `Object.keys(fields)`, `for (const [name] of Object.entries(fields))`. */
  private namedBy(list: ts.Expression, steps: readonly Step[]): ts.Expression | undefined {
    if (this.category === 'object') return undefined;
    let value = this.analysis.resolver.deref(list);
    while (ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression) && /^(filter|slice|sort|toSorted)$/.test(value.expression.name.text)) value = this.analysis.resolver.deref(value.expression.expression);
    if (!ts.isCallExpression(value)) return undefined;
    const path = this.analysis.resolver.pathOf(value.expression);
    const isName = path === 'global#Object.keys' || (path === 'global#Object.entries' && steps[0] !== undefined && 'index' in steps[0] && steps[0].index === 0);
    return isName ? value.arguments[0] : undefined;
  }

  /** What is assigned to a variable after its declaration. */
  private assigned(node: ts.Identifier, declaration: Declaration & { kind: 'variable' }): ts.Expression[] {
    return (this.analysis.outline.assignments.get(node.text) ?? []).filter((assignment) => this.isSame(assignment.left, declaration)).map((assignment) => assignment.right);
  }

  /** What a parameter was given on the way to a place, whatever was handed in: `name = path.basename(name);`. */
  private reassigned(node: ts.Identifier, { fn, node: parameter }: Declaration & { kind: 'parameter' }): ts.Expression | undefined {
    if (parameter.name.kind !== ts.SyntaxKind.Identifier) return undefined;
    const found = (this.analysis.outline.assignments.get(node.text) ?? []).filter((assignment) => {
      if (assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken || assignment.end > node.pos || !ts.isExpressionStatement(assignment.parent)) return false;
      const block = assignment.parent.parent;
      const isFirst = ts.isBlock(block) && (block.parent === fn || (ts.isTryStatement(block.parent) && block.parent.tryBlock === block && block.parent.parent.parent === fn));
      const declared = isFirst ? this.analysis.resolver.declarations.find(assignment.left as ts.Identifier) : undefined;
      return declared?.kind === 'parameter' && declared.node === parameter;
    });
    return found.at(-1)?.right;
  }

  /** What is assigned to members of an object afterwards: `filters.search = …`. */
  private setMembers(node: ts.Identifier, declaration: Declaration & { kind: 'variable' }, steps: readonly string[], frames: Frames, depth: number): Source[] {
    if (!declaration.node.initializer || !ts.isObjectLiteralExpression(bare(declaration.node.initializer))) return [];
    return this.analysis.outline.memberAssignments.flatMap(({ left, right }) => {
      const member = memberName(left);
      const holder = member === undefined ? undefined : (left as ts.PropertyAccessExpression).expression;
      if (!holder || !ts.isIdentifier(holder) || holder.text !== node.text || !this.isSame(holder, declaration)) return [];
      return steps[0] === undefined || steps[0] === member ? this.of(right, steps.slice(1), frames, depth).map((source) => ({ ...source, whole: false, record: false })) : [];
    });
  }

  /** What all members of an object are overwritten with: `Object.assign(user, input)`, `user.set(input)`. */
  private filled(node: ts.Identifier, declaration: ts.Node, steps: readonly string[], frames: Frames, depth: number): Source[] {
    if (this.category !== 'object' || steps.length > 0) return [];
    const fn = this.analysis.functionAround(declaration);
    if (!fn) return [];
    const copied = copiesIn(this.analysis, fn).filter(({ target }) => isNamed(this.analysis, target, node.text, declaration));
    const calls = [fn, ...fn.nested].flatMap((inner) => inner.calls);
    const told = (source: ts.Expression): Source[] => this.of(source, [], frames, depth).filter(({ from }) => from === 'request' || from === 'parameter');
    return [...copied.flatMap(({ source }) => told(source)), ...calls.flatMap((call) => {
      const [target, ...sources] = [...(ts.isPropertyAccessExpression(call.expression) ? [call.expression.expression] : []), ...(call.arguments ?? [])];
      const given = [target, sources[0]].findIndex((each) => each !== undefined && isNamed(this.analysis, each, node.text, declaration));
      if (given === -1 || constantString(sources[0]) !== undefined) return [];
      const { role } = this.analysis.site(call) ?? {};
      if (role?.fills !== (given === 0 ? 'receiver' : 0)) return [];
      return sources.slice(given).flatMap(told);
    })];
  }

  /** Is something put into an object under a name that is worked out: `fields[name] = …`? */
  private takesNames(node: ts.Identifier): boolean {
    return new RegExp(`(?<![\\w$.])${node.text.replace(/\$/g, '\\$')}\\[(?!['"\`])[^\\]]+\\]\\s*=[^=]`).test(this.analysis.source.text);
  }

  /** What is pushed into an array. */
  private pushed(node: ts.Identifier, declaration: Declaration & { kind: 'variable' }): ts.Expression[] {
    const { initializer } = declaration.node;
    if (!initializer || !ts.isArrayLiteralExpression(bare(initializer))) return [];
    const fn = this.analysis.functionAround(declaration.node);
    const calls = fn ? [fn, ...fn.nested].flatMap((inner) => inner.calls) : this.analysis.outline.calls;
    return calls.flatMap((call) => {
      const callee = call.expression;
      if (!ts.isPropertyAccessExpression(callee) || !/^(push|unshift)$/.test(callee.name.text) || !ts.isIdentifier(callee.expression) || callee.expression.text !== node.text) return [];
      return this.isSame(callee.expression, declaration) ? [...(call.arguments ?? [])] : [];
    });
  }

  private isSame(node: ts.Expression, declaration: Declaration & { kind: 'variable' }): boolean {
    const found = ts.isIdentifier(node) ? this.analysis.resolver.declarations.find(node) : undefined;
    return found?.kind === 'variable' && found.node === declaration.node;
  }

  private ofParameter(node: ts.Identifier, declaration: Declaration & { kind: 'parameter' }, steps: readonly string[], frames: Frames, depth: number): Source[] {
    const { fn, index } = declaration;
    const again = this.reassigned(node, declaration);
    if (again) return this.of(again, steps, frames, depth);
    const request = this.fromRequest(node, hasRest(declaration.steps) ? [] : steps);
    if (request) return request;
    const taken = [...memberSteps(declaration.steps), ...steps];
    const frame = frames.get(fn);
    if (frame) {
      const argument = frame.args[index];
      const values = argument ? this.of(argument, taken, frame.outer, depth) : [];
      const fallback = declaration.node.initializer ? this.of(declaration.node.initializer, taken, frames, depth) : [];
      return values.length + fallback.length > 0 ? [...values, ...fallback] : this.source('constant', node);
    }
    const part = declaration.node.type ? undefined : partByName(fn, index, taken[0]);
    if (part && namedCategories.has(this.category)) return this.source('request', node, { input: part, named: true });
    const callback = this.ofCallback(node, declaration, taken, frames, depth);
    if (callback) return callback;
    // What a framework hands over, and is no part of a request, is not of a caller's making.
    if (this.analysis.resolver.parameters.get(fn)?.[index] !== undefined) return this.source('unknown', node);
    const type = memberType(this.analysis, declaration.node.type, taken.at(-1) === keys ? taken.slice(0, -1) : taken);
    if (isCleanType(this.analysis, type)) return this.source('sanitised', node);
    // A type of another file may be a union of constants.
    if (this.category !== 'object' && taken.at(-1) !== keys && (type === 'unknown' || (type && ts.isTypeReferenceNode(type)))) return this.source('unknown', node);
    const parameter = this.source('parameter', node, { parameter: { fn, index, members: taken }, whole: taken.length === 0, record: true });
    return inputName.test(node.text) ? [...parameter, ...this.namedInput(node, node.text)] : parameter;
  }

  /** Parameters of callbacks hold elements of what the call iterates over. */
  private ofCallback(node: ts.Identifier, declaration: Declaration & { kind: 'parameter' }, taken: readonly string[], frames: Frames, depth: number): Source[] | undefined {
    const { fn, index } = declaration;
    const call = fn.parent;
    if (!call || !(ts.isCallExpression(call) || ts.isNewExpression(call)) || !call.arguments?.includes(fn as ts.Expression)) return undefined;
    const callee = bare(call.expression);
    if (!ts.isPropertyAccessExpression(callee)) return this.source('unknown', node);
    const method = callee.name.text;
    const element = method === 'reduce' || method === 'reduceRight' ? 1 : 0;
    if (/^(map|flatMap|filter|find|findIndex|some|every|forEach|reduce|reduceRight|then|sort|from)$/.test(method)) {
      if (index === element) {
        const list = method === 'from' ? call.arguments[0]! : callee.expression;
        const named = method === 'then' ? undefined : this.namedBy(list, declaration.steps);
        if (named) return this.of(named, [keys], frames, depth);
        return this.of(list, method === 'then' ? taken : ['[]', ...taken], frames, depth);
      }
      if (index === element + 1 && method !== 'sort') return this.source('sanitised', node);
    }
    return this.source('unknown', node);
  }

  private ofMember(node: ts.PropertyAccessExpression | ts.ElementAccessExpression, steps: readonly string[], frames: Frames, depth: number): Source[] {
    const name = memberName(node) ?? '[]';
    if (name === 'length' || name === 'size' || name === 'rowCount' || name === 'affectedRows') return this.source('sanitised', node);
    const request = this.fromRequest(node, steps);
    if (request) return request;
    if (isChecked(this.analysis, node, this.category)) return this.source('sanitised', node);
    const base = bare(node.expression);
    // What stands in front of the marks of an address is no text of anybody's choice.
    const front = ts.isElementAccessExpression(node) ? frontOf(this.analysis, node, base) : undefined;
    if (front) return this.of(front, [], frames, depth).map((source) => (source.own ? { ...source, from: 'sanitised' } : source));
    if (base.kind === ts.SyntaxKind.ThisKeyword) return this.ofField(node, name, steps, frames, depth);
    const found = this.of(base, [name, ...steps], frames, depth);
    // What is known of a value by its name alone is known of it at this place.
    return found.map((source) => (source.node === base || (source.from === 'request' && contains(node, source.node)) ? { ...source, label: this.analysis.label(node, 60), span: this.analysis.span(node), whole: false } : source));
  }

  private ofField(node: ts.Expression, name: string, steps: readonly string[], frames: Frames, depth: number): Source[] {
    for (let current: ts.Node | undefined = node.parent; current; current = current.parent) {
      if (!ts.isClassLike(current)) continue;
      const member = current.members.find((candidate): candidate is ts.PropertyDeclaration => ts.isPropertyDeclaration(candidate) && ts.isIdentifier(candidate.name) && candidate.name.text === name);
      const own = member?.initializer ? this.of(member.initializer, [], frames, depth) : [];
      const later = this.category === 'html' || this.category === 'redirect' ? this.laterInField(current, name, steps, frames, depth) : [];
      return own.length + later.length > 0 ? [...own, ...later] : this.source('unknown', node);
    }
    return this.source('unknown', node);
  }

  /** What the methods of a class put into one of its fields, or into members of it: `this.query = …`, `this.state.query = …`. */
  private laterInField(cls: ts.ClassLikeDeclaration, name: string, steps: readonly string[], frames: Frames, depth: number): Source[] {
    const { memberAssignments, calls } = this.analysis.outline;
    const found = memberAssignments.filter(({ left }) => contains(cls, left)).flatMap(({ left, right }) => {
      if (!ts.isPropertyAccessExpression(left)) return [];
      if (left.expression.kind === ts.SyntaxKind.ThisKeyword) return left.name.text === name ? this.of(right, steps, frames, depth) : [];
      const isMember = ts.isPropertyAccessExpression(left.expression) && left.expression.expression.kind === ts.SyntaxKind.ThisKeyword && left.expression.name.text === name;
      return isMember && left.name.text === steps[0] ? this.of(right, steps.slice(1), frames, depth) : [];
    });
    if (name !== 'state') return found;
    const set = calls.filter((call) => contains(cls, call) && ts.isPropertyAccessExpression(call.expression) && call.expression.expression.kind === ts.SyntaxKind.ThisKeyword && call.expression.name.text === 'setState');
    return [...found, ...set.flatMap((call) => (call.arguments?.[0] ? this.ofPassed(call.arguments[0], steps, frames, depth) : []))];
  }

  private ofCall(node: ts.CallExpression, steps: readonly string[], frames: Frames, depth: number): Source[] {
    // What such a method gives is no longer what was sent.
    const method = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : '';
    const request = this.category === 'nosql' && ts.isPropertyAccessExpression(node.expression) && texts.test(method) ? this.source('sanitised', node) : harmless.test(method) || /^replace(All)?$/.test(method) || this.hasCleanElements(node) ? undefined : this.fromRequest(node, steps);
    if (request) return this.category === 'object' && /^(map|flatMap)$/.test(method) ? [...this.ofMethod(node, node.expression as ts.PropertyAccessExpression, method, [...node.arguments], frames, depth).filter(({ from }) => from === 'request'), ...request] : request;
    const site = this.analysis.site(node);
    const role = site?.role;
    const args = [...(node.arguments ?? [])];
    if (role?.sanitises?.includes(this.category)) return this.source('sanitised', node);
    // No slash gets into the host of an address.
    if (this.category === 'path' && site?.callee === 'global#URL' && /^(host|hostname|port|protocol)$/.test(steps[0] ?? '')) return this.source('sanitised', node);
    if (this.category === 'nosql' && (site?.callee === 'global#String' || texts.test(ts.isIdentifier(node.expression) ? node.expression.text : method))) return this.source('sanitised', node);
    if (role?.validates) return this.ofValidated(node, role.validates, steps, frames, depth);
    // Data for scripts is escaped differently, and often is.
    if (this.category === 'html' && site?.callee === 'global#JSON.stringify') return this.ofData(node, args, frames, depth);
    if (typeof role?.passes === 'number') return args[role.passes] ? this.of(args[role.passes]!, steps, frames, depth) : this.source('constant', node);
    if (this.category === 'nosql' && site?.callee === 'global#JSON.parse' && args[0]) return this.ofParsed(node, args[0], frames);
    if (role?.makesPath && this.category === 'path') return args.flatMap((argument, index) => (index > 0 && isResolved(this.analysis, argument) && memberOf(node) === 'join' ? this.source('sanitised', argument) : this.of(argument, steps, frames, depth)));
    if (site?.callee === 'global#Object.keys' && args[0] && this.category !== 'object') return this.of(args[0], [keys], frames, depth);
    if (role?.passes || (site?.callee !== undefined && passingGlobals.has(site.callee))) return handedOn(this.analysis, args).flatMap((argument) => this.ofPassed(argument, steps, frames, depth));
    if (role?.data || (site?.callee !== undefined && this.analysis.tables.result(`${site.callee}()`))) return this.source('data', node);
    const callee = bare(node.expression);
    const local = this.called(callee);
    // A check of the project is believed, as in front of a branch: what makes an address trusted differs.
    if (local && (this.category === 'url' || this.category === 'redirect') && checkingAddress.test(local.name)) return this.source('sanitised', node);
    // What carries a signature of this server is what this server has written.
    if (verifying.test(memberOf(node)) || (local && this.analysis.parts(local).sites.some(({ role: inner }) => inner?.mac))) return this.source('data', node);
    if (local && (this.category === 'command' || this.category === 'path') && refusesSome(local)) return this.source('unknown', node);
    if (local && !frames.has(local.node) && local.node.body) {
      const returned = returnedBy(local.node, local.exits);
      const inner = new Map(frames).set(local.node, { args, outer: frames });
      if (returned.length > 0) return returned.flatMap((value) => this.of(value, steps, inner, depth));
    }
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
    if (cleaning.test(name)) return this.source('sanitised', node);
    if (ts.isNewExpression(node)) {
      if (/^(Date|RegExp|ObjectId)$/.test(name)) return this.source(name === 'RegExp' ? 'unknown' : 'sanitised', node);
      return /^(Set|Map|Array|String)$/.test(name) ? args.flatMap((argument) => this.of(argument, [], frames, depth)) : this.source('unknown', node);
    }
    if (!ts.isPropertyAccessExpression(callee)) return this.namedInput(node, isUndeclaredInput(this.analysis, callee) ? 'userInput' : name);
    return this.ofMethod(node, callee, name, args, frames, depth);
  }

  /** Data for a script of the page: a text of a stranger's choice may end the script; what else is in it is its author's. */
  private ofData(node: ts.Expression, args: readonly ts.Expression[], frames: Frames, depth: number): Source[] {
    if (!isInlineScript(this.analysis, node)) return this.source('unknown', node);
    const free = args.slice(0, 1).flatMap((argument) => this.valuesIn(argument, frames, depth)).filter(({ from }) => from === 'request' || from === 'page');
    return free.length > 0 ? free : this.source('unknown', node);
  }

  /** Sources of a value and of everything that an object or list written here holds. */
  private valuesIn(expression: ts.Expression, frames: Frames, depth: number): Source[] {
    const value = this.analysis.resolver.deref(expression);
    if (depth <= 0) return [];
    if (ts.isObjectLiteralExpression(value)) return value.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? this.valuesIn(property.initializer, frames, depth - 1) : ts.isShorthandPropertyAssignment(property) ? this.valuesIn(property.name, frames, depth - 1) : []));
    if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => this.valuesIn(element, frames, depth - 1));
    return this.of(value, [], frames, depth);
  }

  /** An argument that a call gives back, or what it gives when it is a function. */
  private ofPassed(argument: ts.Expression, steps: readonly string[], frames: Frames, depth: number): Source[] {
    const callback = this.analysis.outline.byNode.get(bare(argument));
    if (!callback) return this.of(argument, steps, frames, depth);
    return returnedBy(callback.node, callback.exits).flatMap((value) => this.of(value, steps, frames, depth));
  }

  /** `values.map(Number).join()`: is each element made harmless on the way? */
  private hasCleanElements(node: ts.Expression): boolean {
    for (let call = bare(node); ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression); call = bare(call.expression.expression)) {
      const each = call.expression.name.text === 'map' ? call.arguments[0] : undefined;
      if (each && this.analysis.tables.call(this.analysis.resolver.pathOf(each))?.sanitises?.includes(this.category)) return true;
    }
    return false;
  }

  /** What is parsed from a text may hold operators, whatever was known of the text. */
  private ofParsed(node: ts.Expression, text: ts.Expression, frames: Frames): Source[] {
    const found = new Trace(this.analysis, 'code').of(text, [], frames, deepest);
    return found.map((source) => ({ ...source, node, span: this.analysis.span(node), label: this.analysis.label(node, 60), whole: false }));
  }

  /** The function of this file that a callee denotes, those declared inside handlers included. */
  private called(callee: ts.Expression): FunctionInfo | undefined {
    const { resolver, outline } = this.analysis;
    const found = resolver.functionOf(callee)?.local;
    if (found || !ts.isIdentifier(callee)) return found;
    const declaration = resolver.declarations.find(callee);
    return outline.byNode.get(declaration?.kind === 'function' ? declaration.node : resolver.deref(callee));
  }

  private ofMethod(node: ts.CallExpression, callee: ts.PropertyAccessExpression, name: string, args: readonly ts.Expression[], frames: Frames, depth: number): Source[] {
    if (harmless.test(name)) return this.source('sanitised', node);
    if ((this.category === 'html' || this.category === 'redirect') && /^(exec|match|matchAll)$/.test(name) && args[0]) return this.ofMatch(node, name === 'exec' ? callee.expression : args[0], name === 'exec' ? args[0] : callee.expression, frames, depth);
    if (/^(map|flatMap|from|reduce|fill)$/.test(name)) {
      const callback = args.map((argument) => this.analysis.outline.byNode.get(bare(argument))).find((info) => info !== undefined);
      if (callback) return returnedBy(callback.node, callback.exits).flatMap((value) => this.of(value, [], frames, depth));
      if (this.hasCleanElements(node)) return this.source('sanitised', node);
      if (name === 'fill') return args.flatMap((argument) => this.of(argument, [], frames, depth));
    }
    if (!passing.test(name)) return this.source('unknown', node);
    if ((name === 'replace' || name === 'replaceAll') && args[0] && (removesOthers(args[0]) || (this.category === 'html' && (removesTags(this.analysis, name, args[0]) || escapesForScript(callee))) || (this.category === 'path' && removesParents(name, args[0])) || (this.category === 'command' && escapesQuotes(name, args[0]) && /\\\\/.test(args[1]?.getText(this.analysis.source) ?? '')))) return this.source('sanitised', node);
    const receiver = withoutOwn(name, args, this.of(callee.expression, [], frames, depth));
    return /^(concat|join|replace|replaceAll|with)$/.test(name) ? [...receiver, ...partsAdded(name, args, this.category).flatMap((argument) => this.of(argument, [], frames, depth))] : receiver;
  }

  /** Pieces of a text that a pattern takes out: as free as the pattern is. */
  private ofMatch(node: ts.Expression, pattern: ts.Expression, text: ts.Expression, frames: Frames, depth: number): Source[] {
    const written = patternOf(this.analysis, pattern);
    if (written !== undefined && !/\[\^|\.[*+]|\\[SDW]/.test(written)) return this.source('sanitised', node);
    return this.of(text, [], frames, depth).map((source) => (source.own ? { ...source, own: undefined } : source));
  }

  /** What a schema lets through: numbers, ids and constants are clean, other texts are as they were sent. */
  private ofValidated(node: ts.CallExpression, validates: { arg: number; safe?: boolean }, steps: readonly string[], frames: Frames, depth: number): Source[] {
    if (this.category === 'nosql' || this.category === 'object') return this.source('sanitised', node);
    const taken = validates.safe && /^(data|value|output)$/.test(steps[0] ?? '') ? steps.slice(1) : steps;
    const field = schemaField(this.analysis, node, taken);
    if (field === 'clean') return this.source('sanitised', node);
    const argument = node.arguments[validates.arg];
    if (field === 'text' && argument) return this.of(argument, taken, frames, depth);
    return this.source('unknown', node);
  }
}

const wrapping = /^(data|values|set|\$set|\$setOnInsert|create|update|doc|document|defaults)$/;
const beside = /^(\$\w+|where|targetWhere|setWhere|target|select|include|omit|skipDuplicates|transaction|returning|upsert|new|lean|id|[a-z]+Id)$/;

/** Does a member hold a record, not a column: `{ where, data: input }`? Beside columns it is one itself: `{ title, data: input }`. */
function wrapsRecord(name: ts.PropertyName): boolean {
  const object = name.parent.parent;
  const isWord = (each: ts.PropertyName | undefined, words: RegExp): boolean => each !== undefined && (ts.isIdentifier(each) || ts.isStringLiteral(each)) && words.test(each.text);
  return isWord(name, wrapping) && ts.isObjectLiteralExpression(object) && object.properties.every((property) => isWord(property.name, wrapping) || isWord(property.name, beside));
}

/** Methods that give elements of a list, or what a promise will hold, as they are. */
const keeping = /^(then|catch|finally|at|find|findLast|filter|slice|pop|shift|values|concat|flat|toReversed|reverse|sort|toSorted)$/;

/** Is an expression what was sent, not something that a call has made of it? */
function keepsRecords(node: ts.Expression): boolean {
  return !ts.isCallExpression(node) || keeping.test(memberOf(node));
}

/** Does an expression name what a variable or parameter holds? */
function isNamed(analysis: FileAnalysis, expression: ts.Expression, name: string, declaration: ts.Node): boolean {
  const node = bare(expression);
  if (!ts.isIdentifier(node) || node.text !== name) return false;
  const found = analysis.resolver.declarations.find(node);
  return found !== undefined && 'node' in found && found.node === declaration;
}

/** Name of what is called. */
function memberOf({ expression }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : '';
}

/** A path without steps upwards: put behind a folder, it stays in it. */
function isResolved(analysis: FileAnalysis, argument: ts.Expression): boolean {
  const value = analysis.resolver.deref(argument);
  return ts.isCallExpression(value) && /^(resolve|realpath|realpathSync)$/.test(memberOf(value));
}

/** `input()` that nothing declares: in pieces of code it stands for whatever comes from outside. */
function isUndeclaredInput(analysis: FileAnalysis, callee: ts.Expression): boolean {
  return ts.isIdentifier(callee) && /^(?:get|read)?_?(?:user)?_?input$/i.test(callee.text) && !analysis.resolver.declarations.find(callee);
}

/** Operators whose operand is compared as it is: `{ $eq: value }`. Those that hold conditions are none of them. */
function takesValue(name: ts.PropertyName): boolean {
  const text = ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
  return text.startsWith('$') && !/^\$(and|or|nor|not|elemMatch|expr|where|match|all)$/.test(text);
}

function hasRest(steps: readonly Step[]): boolean {
  return steps.some((step) => 'rest' in step);
}

function memberSteps(steps: readonly Step[]): string[] {
  return steps.flatMap((step) => ('member' in step ? [step.member] : 'index' in step ? ['[]'] : []));
}

/** Expressions that a function may return. */
export function returnedBy(fn: FunctionNode, exits: readonly (ts.ReturnStatement | ts.ThrowStatement)[]): ts.Expression[] {
  if (fn.body && !ts.isBlock(fn.body)) return [fn.body];
  return exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []));
}

/** Does a function throw for values that another function does not allow: `if (!(await isAllowed(name))) throw …`? What it lets through is its own decision. */
function refusesSome({ node }: FunctionInfo): boolean {
  const names = new Set(node.parameters.map(({ name }) => name.getText()));
  let found = false;
  walk(node, (inner) => {
    if (found || (inner !== node && isFunctionNode(inner))) return false;
    if (!ts.isIfStatement(inner)) return true;
    const refused = bare(inner.expression);
    const asked = ts.isPrefixUnaryExpression(refused) && refused.operator === ts.SyntaxKind.ExclamationToken ? bare(refused.operand) : undefined;
    if (asked && ts.isCallExpression(asked) && ts.isIdentifier(asked.expression) && asked.arguments.some((argument) => names.has(argument.getText()))) found = lastStatement(inner.thenStatement) === ts.SyntaxKind.ThrowStatement;
    return !found;
  });
  return found;
}

function lastStatement(statement: ts.Statement): ts.SyntaxKind | undefined {
  return ts.isBlock(statement) ? statement.statements.at(-1)?.kind : statement.kind;
}

/** Does an expression stand in an attribute whose text becomes part of the page? */
function isInlineScript(analysis: FileAnalysis, node: ts.Node): boolean {
  for (let current = node.parent; current; current = current.parent) {
    if (ts.isJsxAttribute(current)) return ts.isIdentifier(current.name) && analysis.tables.page.attribute(current.parent.parent.tagName.getText(analysis.source), current.name.text)?.member !== undefined;
    if (ts.isStatement(current)) return false;
  }
  return false;
}

/** The parameter of `fn` that a source is, and the members taken from it. */
export function parameterOf(source: Source, fn: FunctionNode): { index: number; members: readonly string[] } | undefined {
  return source.from === 'parameter' && source.parameter?.fn === fn ? source.parameter : undefined;
}
