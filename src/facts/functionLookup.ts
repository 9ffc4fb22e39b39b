import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** Finds the functions of a file that its expressions denote. */
export class FunctionLookup {
  constructor(private readonly analysis: FileAnalysis) {}

  /** Functions that an exported value stands for. */
  behind(value: ts.Expression | ts.FunctionDeclaration | ts.ClassLikeDeclaration): FunctionInfo[] {
    if (ts.isClassLike(value)) return [];
    if (ts.isFunctionDeclaration(value)) return [this.analysis.outline.byNode.get(value)].filter((info) => info !== undefined);
    return this.within(value);
  }

  /** Functions of this file that an argument denotes: inline, by name, inside arrays, options and wrapper calls. */
  within(expression: ts.Expression, depth = 4): FunctionInfo[] {
    if (depth === 0) return [];
    const value = bare(expression);
    const own = this.analysis.outline.byNode.get(value);
    if (own) return [own];
    if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => this.within(element, depth - 1));
    if (ts.isObjectLiteralExpression(value)) {
      return value.properties.flatMap((property) =>
        ts.isPropertyAssignment(property)
          ? this.within(property.initializer, depth - 1)
          : ts.isMethodDeclaration(property)
            ? [this.analysis.outline.byNode.get(property)].filter((info) => info !== undefined)
            : ts.isShorthandPropertyAssignment(property)
              ? this.within(property.name, depth - 1)
              : [],
      );
    }
    if (ts.isCallExpression(value)) {
      const inner = value.arguments.flatMap((argument) => this.within(argument, depth - 1));
      const made = this.analysis.resolver.functionOf(value.expression)?.local;
      const returned = made && this.returnedBy(made);
      return returned ? [...inner, returned] : inner;
    }
    if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) {
      const found = this.analysis.resolver.functionOf(value)?.local;
      if (found) return [found];
      const behind = ts.isIdentifier(value) ? this.analysis.resolver.deref(value) : value;
      return behind === value ? [] : this.within(behind, depth - 1);
    }
    return [];
  }

  /** The function that a function of this file returns, if it returns one. */
  returnedBy(fn: FunctionInfo): FunctionInfo | undefined {
    const { body } = fn.node;
    // What is awaited gives an answer, no handler: `async function POST(req) { return withUser(req, async (user) => …) }`.
    const isAsync =
      ts.canHaveModifiers(fn.node) && ts.getModifiers(fn.node)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
    const wrapped = (expression: ts.Expression): FunctionInfo | undefined => (isAsync ? undefined : this.wrappedIn(expression));
    if (body && !ts.isBlock(body)) {
      const direct = this.analysis.outline.byNode.get(bare(body)) ?? wrapped(body);
      if (direct) return direct;
    }
    for (const exit of fn.exits) {
      if (!ts.isReturnStatement(exit) || !exit.expression) continue;
      const direct =
        this.analysis.outline.byNode.get(bare(exit.expression)) ??
        (ts.isIdentifier(bare(exit.expression)) ? this.analysis.resolver.functionOf(exit.expression)?.local : wrapped(exit.expression));
      if (direct && direct.parent === fn) return direct;
    }
    return undefined;
  }

  /** A wrapper may wrap once more before it returns: `return withTracing(async (req) => …)`. */
  private wrappedIn(expression: ts.Expression): FunctionInfo | undefined {
    const value = bare(expression);
    if (!ts.isCallExpression(value)) return undefined;
    // `return t.middleware(async ({ next }) => …)` gives the function itself.
    const same = this.analysis.resolver.functionOf(value)?.local;
    if (same && value.arguments.some((argument) => bare(argument) === same.node)) return same;
    if (ts.isPropertyAccessExpression(value.expression)) return undefined;
    for (const argument of value.arguments) {
      const inner = this.analysis.outline.byNode.get(bare(argument));
      if (inner && inner.node.parameters.length > 0) return inner;
    }
    return undefined;
  }
}
