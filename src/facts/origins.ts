import { ts } from 'ts-morph';
import type { Origin } from '../model/facts';
import type { Span } from '../model/finding';
import { bare, constantString, contains, memberName, propertyOf } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import { beginsWithSlash, isChecked } from './allowLists';
import { checkedField, unread } from './checkedInputs';
import { frontOf, piecesOf } from './passedText';
import { pageSources } from './pageSources';
import { addressOf, inputOf, isOwnAddress, mayHoldOperators } from './requestParts';
import { keepsRecords, takesValue, wrapsRecord } from './recordMembers';
import { TracedCalls } from './tracedCalls';
import { TracedFields } from './tracedFields';
import { TracedNames } from './tracedNames';
import { putOnParameter } from './tracedRequestMembers';
import { deepest, keys, most, type Category, type Frames, type Source } from './traceParts';

/**
 * Traces a value back to where it comes from, as far as this file tells; with `members`, what those lead to in it. With
 * `onlyRecords`, what single columns of a record hold is left out: it is never the whole of anything.
 */
export function sourcesOf(
  analysis: FileAnalysis,
  expression: ts.Expression,
  category: Category,
  members: readonly string[] = [],
  { onlyRecords = false } = {},
): Source[] {
  const sources = distinct(new Trace(analysis, category, onlyRecords).of(expression, members, new Map(), deepest));
  return category === 'redirect' ? sources.map((source) => (source.own ? { ...source, from: 'sanitised' } : source)) : sources;
}

/** The same as plain data, what a caller controls first; at most six. */
export function originsOf(analysis: FileAnalysis, expression: ts.Expression, category: Category): Origin[] {
  return plain(sourcesOf(analysis, expression, category));
}

/** Members of the options of a request that hold what is sent, wherever it goes. */
const sent = /^['"]?(?:body|data|json|form|formData|payload|multipart)['"]?$/;

const rank: Record<Origin['from'], number> = {
  request: 0,
  page: 0,
  parameter: 1,
  unknown: 2,
  data: 3,
  environment: 4,
  sanitised: 5,
  constant: 6,
};

/** Sources without nodes, the ones that matter first. */
export function plain(sources: readonly Source[]): Origin[] {
  return [...sources]
    .sort((a, b) => rank[a.from] - rank[b.from] || Number(a.named ?? false) - Number(b.named ?? false))
    .slice(0, 6)
    .map(({ from, label, span, position, input, whole, record, named, ownPath, rooted, pasted }) => ({
      from,
      label,
      span,
      ...(position !== undefined ? { position } : {}),
      ...(input !== undefined ? { input } : {}),
      ...(from === 'request' && whole ? { whole } : {}),
      ...(from === 'request' && record && !whole ? { record } : {}),
      ...(named ? { named } : {}),
      ...(ownPath ? { ownPath } : {}),
      ...(rooted ? { rooted } : {}),
      ...(pasted ? { pasted } : {}),
    }));
}

function distinct(sources: readonly Source[]): Source[] {
  const seen = new Set<string>();
  return sources.filter((source) => {
    const key = `${source.from} ${source.span.start} ${source.span.end}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Traces values through one file. */
export class Trace {
  readonly calls: TracedCalls = new TracedCalls(this);
  readonly names: TracedNames = new TracedNames(this);
  readonly fields: TracedFields = new TracedFields(this);
  private readonly open = new Set<ts.Node>();

  private count = 0;

  constructor(
    readonly analysis: FileAnalysis,
    readonly category: Category,
    private readonly onlyRecords = false,
  ) {}

  /** The same file, traced for another purpose. */
  as(category: Category): Trace {
    return new Trace(this.analysis, category);
  }

  /** One source. */
  source(from: Origin['from'], node: ts.Node, more: Partial<Source> = {}): Source[] {
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
      const found = this.trace(node, steps, frames, depth - 1);
      return this.category === 'redirect' && beginsWithSlash(this.analysis, node)
        ? found.map((source) => ({ ...source, rooted: true }))
        : found;
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
        return this.category === 'redirect'
          ? this.ofTarget(node, again)
          : (node as ts.TemplateExpression).templateSpans.flatMap((span) => again(span.expression));
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
        return this.names.ofIdentifier(node as ts.Identifier, steps, frames, depth);
      case ts.SyntaxKind.PropertyAccessExpression:
      case ts.SyntaxKind.ElementAccessExpression:
        return this.ofMember(node as ts.PropertyAccessExpression | ts.ElementAccessExpression, steps, frames, depth);
      case ts.SyntaxKind.CallExpression:
      case ts.SyntaxKind.NewExpression:
        return this.calls.ofCall(node as ts.CallExpression, steps, frames, depth);
      default:
        return this.source('unknown', node);
    }
  }

  private ofBinary(
    node: ts.BinaryExpression,
    again: (inner: ts.Expression, rest?: readonly string[]) => Source[],
    steps: readonly string[],
  ): Source[] {
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

  private ofObject(
    node: ts.ObjectLiteralExpression,
    steps: readonly string[],
    again: (inner: ts.Expression, rest?: readonly string[]) => Source[],
  ): Source[] {
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
      if (this.onlyRecords && property.name && !wrapsRecord(property.name)) return [];
      if (this.category === 'url' && first === undefined && property.name && sent.test(property.name.getText(this.analysis.source)))
        return [];
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
    return wrapsRecord(name)
      ? found
      : found.map((source) => (source.whole || source.record ? { ...source, whole: false, record: false } : source));
  }

  /** A value that some part of the request holds, or the identity that was verified. */
  fromRequest(node: ts.Expression, steps: readonly string[]): Source[] | undefined {
    const page = pageSources(this, node, steps);
    if (page) return page;
    const path = this.analysis.resolver.pathOf(node);
    if (path === undefined) return undefined;
    if (path === 'global#env' || path.startsWith('global#env.')) return this.source('environment', node);
    const input = inputOf(this.analysis, path);
    if (input === 'identity') return this.source('data', node);
    const ofAddress = addressOf(this.analysis, path);
    if (input === undefined && !ofAddress) return undefined;
    if (ofAddress && isOwnAddress(this.category, steps)) return this.source('sanitised', node);
    if (this.category === 'nosql' && input !== undefined && !mayHoldOperators(this.analysis, path, input))
      return this.source('sanitised', node);
    if (isChecked(this.analysis, node, this.category) || (this.category === 'path' && this.analysis.tables.read(path)?.base))
      return this.source('sanitised', node);
    const field = this.category === 'object' ? undefined : checkedField(this.analysis, node, path, steps);
    if (field === 'clean' || (field === 'text' && this.category === 'nosql')) return this.source('sanitised', node);
    if (field === unread) return this.source('unknown', node);
    const own = this.analysis.tables.read(path)?.input !== undefined;
    const ownPath = ofAddress && this.category === 'url' && /^path(name)?$/.test(steps[0] ?? '');
    return this.source('request', node, {
      input: input ?? 'query',
      whole: own && steps.length === 0,
      record: own || keepsRecords(node),
      ...(ownPath ? { ownPath } : {}),
    });
  }

  private ofMember(
    node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
    steps: readonly string[],
    frames: Frames,
    depth: number,
  ): Source[] {
    const name = memberName(node) ?? '[]';
    if (name === 'length' || name === 'size' || name === 'rowCount' || name === 'affectedRows') return this.source('sanitised', node);
    const request = this.fromRequest(node, steps);
    if (request) return request;
    if (isChecked(this.analysis, node, this.category)) return this.source('sanitised', node);
    const put = putOnParameter(this, node, steps, depth);
    if (put.length > 0) return put;
    const base = bare(node.expression);
    // What stands in front of the marks of an address is no text of anybody's choice.
    const front = ts.isElementAccessExpression(node) ? frontOf(this.analysis, node, base) : undefined;
    if (front) return this.of(front, [], frames, depth).map((source) => (source.own ? { ...source, from: 'sanitised' } : source));
    if (base.kind === ts.SyntaxKind.ThisKeyword) return this.fields.ofField(node, name, steps, frames, depth);
    const found = this.of(base, [name, ...steps], frames, depth);
    // What is known of a value by its name alone is known of it at this place.
    return found.map((source) =>
      source.node === base || (source.from === 'request' && contains(node, source.node))
        ? { ...source, label: this.analysis.label(node, 60), span: this.analysis.span(node), whole: false }
        : source,
    );
  }
}
