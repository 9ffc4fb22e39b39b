import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import {
  escapesForScript,
  escapesQuotes,
  partsAdded,
  patternOf,
  removesOthers,
  removesParents,
  removesTags,
  withoutOwn,
} from './passedText';
import { keepsAllowed } from './keptElements';
import { returnedBy, type Frames, type Source } from './traceParts';
import type { Trace } from './origins';

/** Methods whose result is made of their receiver (and arguments). */
const passing =
  /^(trim|trimStart|trimEnd|toLowerCase|toUpperCase|toLocaleLowerCase|toLocaleUpperCase|toString|valueOf|slice|substring|substr|split|replace|replaceAll|concat|join|padStart|padEnd|normalize|at|charAt|reverse|sort|toSorted|flat|values|keys|entries|get|getAll|pop|shift|filter|find|repeat|with|splice|then|catch|finally|clone|toJSON|item)$/;

/** Methods whose result cannot carry text of the caller's choice. */
export const harmless =
  /^(toISOString|toFixed|toPrecision|toExponential|getTime|getFullYear|getMonth|getDate|getHours|getMinutes|valueOfDate|includes|startsWith|endsWith|has|some|every|test|indexOf|lastIndexOf|findIndex|localeCompare|charCodeAt|codePointAt|size|count|isInteger|isArray|now|floor|ceil|round|min|max|abs|random|randomUUID|toDateString|digest)$/;

/** What methods of texts and lists give, for a trace. */
export class TracedMethods {
  constructor(private readonly trace: Trace) {}

  /** What a method gives by its name. */
  ofMethod(
    node: ts.CallExpression,
    callee: ts.PropertyAccessExpression,
    name: string,
    args: readonly ts.Expression[],
    frames: Frames,
    depth: number,
  ): Source[] {
    if (harmless.test(name)) return this.trace.source('sanitised', node);
    if ((this.trace.category === 'html' || this.trace.category === 'redirect') && /^(exec|match|matchAll)$/.test(name) && args[0])
      return this.ofMatch(
        node,
        name === 'exec' ? callee.expression : args[0],
        name === 'exec' ? args[0] : callee.expression,
        frames,
        depth,
      );
    if (/^(map|flatMap|from|reduce|fill)$/.test(name)) {
      const callback = args.map((argument) => this.trace.analysis.outline.byNode.get(bare(argument))).find((info) => info !== undefined);
      if (callback) return returnedBy(callback.node, callback.exits).flatMap((value) => this.trace.of(value, [], frames, depth));
      if (this.hasCleanElements(node)) return this.trace.source('sanitised', node);
      if (name === 'fill') return args.flatMap((argument) => this.trace.of(argument, [], frames, depth));
    }
    if (name === 'filter' && keepsAllowed(this.trace.analysis, node)) return this.trace.source('sanitised', node);
    if (!passing.test(name)) return this.trace.source('unknown', node);
    if (
      (name === 'replace' || name === 'replaceAll') &&
      args[0] &&
      (removesOthers(args[0]) ||
        (this.trace.category === 'html' && (removesTags(this.trace.analysis, name, args[0]) || escapesForScript(callee))) ||
        (this.trace.category === 'path' && removesParents(name, args[0])) ||
        (this.trace.category === 'command' &&
          escapesQuotes(name, args[0]) &&
          /\\\\/.test(args[1]?.getText(this.trace.analysis.source) ?? '')))
    )
      return this.trace.source('sanitised', node);
    const receiver = withoutOwn(name, args, this.trace.of(callee.expression, [], frames, depth));
    return /^(concat|join|replace|replaceAll|with)$/.test(name)
      ? [...receiver, ...partsAdded(name, args, this.trace.category).flatMap((argument) => this.trace.of(argument, [], frames, depth))]
      : receiver;
  }

  /** Pieces of a text that a pattern takes out: as free as the pattern is. */
  private ofMatch(node: ts.Expression, pattern: ts.Expression, text: ts.Expression, frames: Frames, depth: number): Source[] {
    const written = patternOf(this.trace.analysis, pattern);
    if (written !== undefined && !/\[\^|\.[*+]|\\[SDW]/.test(written)) return this.trace.source('sanitised', node);
    return this.trace.of(text, [], frames, depth).map((source) => (source.own ? { ...source, own: undefined } : source));
  }

  /** `values.map(Number).join()`, `values.map((value) => parseInt(value, 10))`, also through a name: is each element made harmless on the way? */
  hasCleanElements(node: ts.Expression): boolean {
    const { resolver } = this.trace.analysis;
    let call = bare(node);
    for (let names = 3; ;) {
      if (ts.isIdentifier(call) && names-- > 0) {
        const behind = bare(resolver.deref(call, 1));
        if (behind === call) return false;
        call = behind;
      } else if (ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression)) {
        if (call.expression.name.text === 'map' && call.arguments[0] && this.isCleaner(call.arguments[0])) return true;
        if (call.expression.name.text === 'filter' && keepsAllowed(this.trace.analysis, call)) return true;
        call = bare(call.expression.expression);
      } else return false;
    }
  }

  /** Does a callback make what it is given harmless: `Number`, `(value) => Number(value)`? */
  private isCleaner(callback: ts.Expression): boolean {
    const { resolver, tables } = this.trace.analysis;
    const cleans = (callee: ts.Expression): boolean =>
      tables.call(resolver.pathOf(callee))?.sanitises?.includes(this.trace.category) === true;
    const value = bare(callback);
    if (!ts.isArrowFunction(value) || ts.isBlock(value.body)) return cleans(value);
    const body = bare(value.body);
    return ts.isCallExpression(body)
      ? cleans(body.expression)
      : ts.isPrefixUnaryExpression(body) && body.operator === ts.SyntaxKind.PlusToken;
  }
}
