import { ts } from 'ts-morph';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { handedOn } from './passedText';
import { keepsAllowed, pairedNames } from './keptElements';
import { schemaField } from './validation';
import { deepest, keys, memberOf, returnedBy, type Frames, type Source } from './traceParts';
import { harmless, TracedMethods } from './tracedMethods';
import type { Trace } from './origins';

/** Functions that say that they judge an address. */
const checkingAddress = /^(check|validate|assert|ensure|verify|sanitize|sanitise|safe|allowed)([A-Z_]|$)/;

/** Functions that give back what was inside a signature or a cipher. */
const verifying = /^(?:verify|unsign|unseal|decrypt)(?:$|[A-Z_])/;

/** What gives a text or an id, or fails: no object with operators. */
const texts =
  /^(toString|trim|toLowerCase|toUpperCase|normalize|slice|substring|substr|padStart|padEnd|join|stringify|ObjectId|createFromHexString)$/;

const cleaning = /^(escape|quote|check|sanitize|sanitise|encode|whitelist|allow|safe|assertSafe|validate|ensureValid|coerce|clamp)/i;
const passingGlobals = new Set([
  'global#JSON.stringify',
  'global#JSON.parse',
  'global#Object.keys',
  'global#Object.values',
  'global#Object.entries',
  'global#Object.fromEntries',
  'global#Object.assign',
  'global#URL',
  'global#URLSearchParams',
  'global#decodeURIComponent',
  'global#decodeURI',
  'global#structuredClone',
  'global#Promise.resolve',
  'global#Promise.all',
]);

/** What calls give, for a trace. */
export class TracedCalls {
  private readonly methods: TracedMethods;

  constructor(private readonly trace: Trace) {
    this.methods = new TracedMethods(trace);
  }

  /** What a call gives. */
  ofCall(node: ts.CallExpression, steps: readonly string[], frames: Frames, depth: number): Source[] {
    // What such a method gives is no longer what was sent.
    const method = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : '';
    const request =
      this.trace.category === 'nosql' && ts.isPropertyAccessExpression(node.expression) && texts.test(method)
        ? this.trace.source('sanitised', node)
        : harmless.test(method) || /^replace(All)?$/.test(method) || this.methods.hasCleanElements(node)
          ? undefined
          : this.trace.fromRequest(node, steps);
    if (request)
      return this.trace.category === 'object' && /^(map|flatMap)$/.test(method)
        ? [
            ...this.methods
              .ofMethod(node, node.expression as ts.PropertyAccessExpression, method, [...node.arguments], frames, depth)
              .filter(({ from }) => from === 'request'),
            ...request,
          ]
        : request;
    const site = this.trace.analysis.site(node);
    const role = site?.role;
    const args = [...(node.arguments ?? [])];
    if (role?.sanitises?.includes(this.trace.category)) return this.trace.source('sanitised', node);
    // No slash gets into the host of an address.
    if (this.trace.category === 'path' && site?.callee === 'global#URL' && /^(host|hostname|port|protocol)$/.test(steps[0] ?? ''))
      return this.trace.source('sanitised', node);
    if (
      this.trace.category === 'nosql' &&
      (site?.callee === 'global#String' || texts.test(ts.isIdentifier(node.expression) ? node.expression.text : method))
    )
      return this.trace.source('sanitised', node);
    if (role?.validates) return this.ofValidated(node, role.validates, steps, frames, depth);
    // Data for scripts is escaped differently, and often is.
    if (this.trace.category === 'html' && site?.callee === 'global#JSON.stringify') return this.ofData(node, args, frames, depth);
    if (typeof role?.passes === 'number')
      return args[role.passes] ? this.trace.of(args[role.passes]!, steps, frames, depth) : this.trace.source('constant', node);
    if (this.trace.category === 'nosql' && site?.callee === 'global#JSON.parse' && args[0]) return this.ofParsed(node, args[0], frames);
    if (role?.makesPath && this.trace.category === 'path')
      return args.flatMap((argument, index) =>
        index > 0 && isResolved(this.trace.analysis, argument) && memberOf(node) === 'join'
          ? this.trace.source('sanitised', argument)
          : this.trace.of(argument, steps, frames, depth),
      );
    if (site?.callee === 'global#Object.keys' && args[0] && this.trace.category !== 'object')
      return this.trace.of(args[0], [keys], frames, depth);
    if (
      this.trace.category === 'object' &&
      site?.callee === 'global#Object.fromEntries' &&
      args[0] &&
      this.hasOwnNames(args[0], frames, depth)
    )
      return this.trace.source('sanitised', node);
    if (role?.passes || (site?.callee !== undefined && passingGlobals.has(site.callee)))
      return handedOn(this.trace.analysis, args).flatMap((argument) => this.ofPassed(argument, steps, frames, depth));
    if (role?.data || (site?.callee !== undefined && this.trace.analysis.tables.result(`${site.callee}()`)))
      return this.trace.source('data', node);
    const callee = bare(node.expression);
    const local = this.called(callee);
    // A check of the project is believed, as in front of a branch: what makes an address trusted differs.
    if (local && (this.trace.category === 'url' || this.trace.category === 'redirect') && checkingAddress.test(local.name))
      return this.trace.source('sanitised', node);
    // What carries a signature of this server is what this server has written.
    if (verifying.test(memberOf(node)) || (local && this.trace.analysis.parts(local).sites.some(({ role: inner }) => inner?.mac)))
      return this.trace.source('data', node);
    if (local && (this.trace.category === 'command' || this.trace.category === 'path') && refusesSome(local))
      return this.trace.source('unknown', node);
    if (local && !frames.has(local.node) && local.node.body) {
      const returned = returnedBy(local.node, local.exits);
      const inner = new Map(frames).set(local.node, { args, outer: frames });
      if (returned.length > 0) return returned.flatMap((value) => this.trace.of(value, steps, inner, depth));
    }
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
    if (cleaning.test(name)) return this.trace.source('sanitised', node);
    if (ts.isNewExpression(node)) {
      if (/^(Date|RegExp|ObjectId)$/.test(name)) return this.trace.source(name === 'RegExp' ? 'unknown' : 'sanitised', node);
      return /^(Set|Map|Array|String)$/.test(name)
        ? args.flatMap((argument) => this.trace.of(argument, [], frames, depth))
        : this.trace.source('unknown', node);
    }
    if (!ts.isPropertyAccessExpression(callee))
      return this.trace.names.namedInput(node, isUndeclaredInput(this.trace.analysis, callee) ? 'userInput' : name);
    return this.methods.ofMethod(node, callee, name, args, frames, depth);
  }

  /** Does a list of pairs have names that the author wrote or allows? */
  private hasOwnNames(pairs: ts.Expression, frames: Frames, depth: number): boolean {
    if (keepsAllowed(this.trace.analysis, pairs, true)) return true;
    const names = pairedNames(this.trace.analysis, pairs);
    return (
      names !== undefined && this.trace.of(names, ['[]'], frames, depth).every(({ from }) => from === 'constant' || from === 'sanitised')
    );
  }

  /** Data for a script of the page: a text of a stranger's choice may end the script; what else is in it is its author's. */
  private ofData(node: ts.Expression, args: readonly ts.Expression[], frames: Frames, depth: number): Source[] {
    if (!isInlineScript(this.trace.analysis, node)) return this.trace.source('unknown', node);
    const free = args
      .slice(0, 1)
      .flatMap((argument) => this.valuesIn(argument, frames, depth))
      .filter(({ from }) => from === 'request' || from === 'page');
    return free.length > 0 ? free : this.trace.source('unknown', node);
  }

  /** Sources of a value and of everything that an object or list written here holds. */
  private valuesIn(expression: ts.Expression, frames: Frames, depth: number): Source[] {
    const value = this.trace.analysis.resolver.deref(expression);
    if (depth <= 0) return [];
    if (ts.isObjectLiteralExpression(value))
      return value.properties.flatMap((property) =>
        ts.isPropertyAssignment(property)
          ? this.valuesIn(property.initializer, frames, depth - 1)
          : ts.isShorthandPropertyAssignment(property)
            ? this.valuesIn(property.name, frames, depth - 1)
            : [],
      );
    if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => this.valuesIn(element, frames, depth - 1));
    return this.trace.of(value, [], frames, depth);
  }

  /** An argument that a call gives back, or what it gives when it is a function. */
  ofPassed(argument: ts.Expression, steps: readonly string[], frames: Frames, depth: number): Source[] {
    const callback = this.trace.analysis.outline.byNode.get(bare(argument));
    if (!callback) return this.trace.of(argument, steps, frames, depth);
    return returnedBy(callback.node, callback.exits).flatMap((value) => this.trace.of(value, steps, frames, depth));
  }

  /** What is parsed from a text may hold operators, whatever was known of the text. */
  private ofParsed(node: ts.Expression, text: ts.Expression, frames: Frames): Source[] {
    const found = this.trace.as('code').of(text, [], frames, deepest);
    return found.map((source) => ({
      ...source,
      node,
      span: this.trace.analysis.span(node),
      label: this.trace.analysis.label(node, 60),
      whole: false,
    }));
  }

  /** The function of this file that a callee denotes, those declared inside handlers included. */
  private called(callee: ts.Expression): FunctionInfo | undefined {
    const { resolver, outline } = this.trace.analysis;
    const found = resolver.functionOf(callee)?.local;
    if (found || !ts.isIdentifier(callee)) return found;
    const declaration = resolver.declarations.find(callee);
    return outline.byNode.get(declaration?.kind === 'function' ? declaration.node : resolver.deref(callee));
  }

  /** What a schema lets through: numbers, ids and constants are clean, other texts are as they were sent. */
  private ofValidated(
    node: ts.CallExpression,
    validates: { arg: number; safe?: boolean; keeps?: true; lets?: true },
    steps: readonly string[],
    frames: Frames,
    depth: number,
  ): Source[] {
    const taken = validates.safe && /^(data|value|output)$/.test(steps[0] ?? '') ? steps.slice(1) : steps;
    const sent = node.arguments[validates.arg];
    if (validates.lets && sent) return this.trace.of(sent, taken, frames, depth);
    // As a whole it is what was sent, where nothing is left out.
    if (validates.keeps && this.trace.category === 'object' && taken.length === 0 && node.arguments[validates.arg])
      return this.trace.of(node.arguments[validates.arg]!, [], frames, depth);
    if (this.trace.category === 'nosql' || this.trace.category === 'object') return this.trace.source('sanitised', node);
    const field = schemaField(this.trace.analysis, node, taken);
    if (field === 'clean') return this.trace.source('sanitised', node);
    const argument = node.arguments[validates.arg];
    if (field === 'text' && argument) return this.trace.of(argument, taken, frames, depth);
    return this.trace.source('unknown', node);
  }
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

/** Does a function throw for values that another function does not allow: `if (!(await isAllowed(name))) throw …`? What it lets through is its own decision. */
function refusesSome({ node }: FunctionInfo): boolean {
  const names = new Set(node.parameters.map(({ name }) => name.getText()));
  let found = false;
  walk(node, (inner) => {
    if (found || (inner !== node && isFunctionNode(inner))) return false;
    if (!ts.isIfStatement(inner)) return true;
    const refused = bare(inner.expression);
    const asked =
      ts.isPrefixUnaryExpression(refused) && refused.operator === ts.SyntaxKind.ExclamationToken ? bare(refused.operand) : undefined;
    if (
      asked &&
      ts.isCallExpression(asked) &&
      ts.isIdentifier(asked.expression) &&
      asked.arguments.some((argument) => names.has(argument.getText()))
    )
      found = lastStatement(inner.thenStatement) === ts.SyntaxKind.ThrowStatement;
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
    if (ts.isJsxAttribute(current))
      return (
        ts.isIdentifier(current.name) &&
        analysis.tables.page.attribute(current.parent.parent.tagName.getText(analysis.source), current.name.text)?.member !== undefined
      );
    if (ts.isStatement(current)) return false;
  }
  return false;
}
