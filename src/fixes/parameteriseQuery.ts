import { ts } from 'ts-morph';
import type { TaintedSink } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { bare, constantString } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import { Draft } from './edits';
import { addObjectProperty, findProperty, insertArgument, insertElement } from './expressions';
import { allBelow, ancestor, declarationOf, isCall, nodeAt, outwards, referencesTo } from './nodes';
import { quoted } from './style';
import { concatenationParts, findValues, highestPlaceholder, templateParts, type SqlPart, type SqlValue } from './sqlText';

/** How a library takes the values of a query. */
interface QueryIdiom {
  placeholder: 'numbered' | 'question';
  /** Where the values go: an argument, an option of one, or a tagged template that takes them itself. */
  values: 'argument' | 'replacements' | 'tag';
  /** For tags: the function that takes text → the tag. */
  tags?: Readonly<Record<string, string>>;
  /** Values that are whole numbers in LIMIT do not work in prepared statements. */
  methodsWithoutLimit?: readonly string[];
}

const question: QueryIdiom = { placeholder: 'question', values: 'argument' };
const numbered: QueryIdiom = { placeholder: 'numbered', values: 'argument' };

/** Library id → idiom. */
export const queryIdioms: Readonly<Record<string, QueryIdiom>> = {
  pg: numbered,
  neon: numbered,
  mysql: question,
  mysql2: { ...question, methodsWithoutLimit: ['execute'] },
  sqlite3: question,
  knex: question,
  sequelize: { placeholder: 'question', values: 'replacements' },
  prisma: { placeholder: 'numbered', values: 'tag', tags: { $queryRawUnsafe: '$queryRaw', $executeRawUnsafe: '$executeRaw' } },
  postgres: { placeholder: 'numbered', values: 'tag', tags: { unsafe: '' } },
  drizzle: { placeholder: 'numbered', values: 'tag', tags: { raw: '' } },
};

/** Turns values that are put into a query's text into parameters. Refuses names of tables and columns, which cannot be parameters. */
export function parameteriseQuery(fact: TaintedSink): FixProposal {
  return {
    id: 'parameterise-query',
    kind: 'suggestion',
    title: 'Pass the values as query parameters',
    build: (source) => build(fact, source),
  };
}

interface Query {
  draft: Draft;
  call: ts.CallExpression;
  /** The expression that makes the text. */
  expression: ts.Expression;
  parts: SqlPart[];
  values: SqlValue[];
  idiom: QueryIdiom;
}

function build(fact: TaintedSink, source: FixSource): FileEdit[] | undefined {
  if (fact.category !== 'sql') return undefined;
  const idiom = idiomFor(fact.library, source);
  if (!idiom) return undefined;
  const draft = new Draft(source);
  const call = callOf(draft, fact);
  const expression = call && textOfQuery(call, draft);
  const parts = expression && (templateParts(expression, draft.tree) ?? concatenationParts(expression, draft.tree));
  const values = parts && findValues(parts);
  if (!call || !expression || !parts || !values || values.length === 0) return undefined;
  const query: Query = { draft, call, expression, parts, values, idiom };
  const built = idiom.values === 'tag' ? tagged(query) : withValues(query);
  return built ? draft.finish() : undefined;
}

/** By the library; where that speaks to several databases, by the one driver that the project has. */
function idiomFor(library: string, source: FixSource): QueryIdiom | undefined {
  const own = queryIdioms[library];
  if (own) return own;
  const drivers = ['pg', '@neondatabase/serverless', '@vercel/postgres', 'mysql', 'mysql2', 'sqlite3'].filter((name) =>
    source.idioms.packages.has(name),
  );
  const idioms = new Set(drivers.map((name) => (/mysql|sqlite/.test(name) ? question : numbered)));
  return idioms.size === 1 ? [...idioms][0] : undefined;
}

/** The call that takes the query: at the span, or around the dangerous expression. */
function callOf(draft: Draft, fact: TaintedSink): ts.CallExpression | undefined {
  const place = nodeAt(draft.tree, fact.span);
  if (ts.isCallExpression(bare(place as ts.Expression))) return bare(place as ts.Expression) as ts.CallExpression;
  const expression = nodeAt(draft.tree, fact.expression);
  for (const node of [...outwards(expression), ...outwards(place)]) {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      !/^(trim|concat|replace|toString)$/.test(node.expression.name.text)
    )
      return node;
    if (ts.isStatement(node)) break;
  }
  return allBelow(place, ts.isCallExpression, false)[0];
}

/** The text given to the call: the argument, `text` of a query object, or a constant of the same function that only this call uses. */
function textOfQuery(call: ts.CallExpression, draft: Draft): ts.Expression | undefined {
  const first = call.arguments[0] && bare(call.arguments[0]);
  if (!first) return undefined;
  if (ts.isObjectLiteralExpression(first)) {
    const text = findProperty(first, 'text') ?? findProperty(first, 'sql');
    return text && ts.isPropertyAssignment(text) ? bare(text.initializer) : undefined;
  }
  if (!ts.isIdentifier(first)) return first;
  const declaration = declarationOf(first.text, call);
  const fn = ancestor(call, isFunctionNode);
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer || ancestor(declaration, isFunctionNode) !== fn)
    return undefined;
  const isConst = ts.isVariableDeclarationList(declaration.parent) && (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
  const uses = referencesTo(first.text, fn?.body ?? draft.tree).filter(
    (use) => isCall(use.parent) && !/^console\b|\blog/.test(draft.textOf(use.parent.expression)),
  );
  return isConst && uses.length === 1 ? bare(declaration.initializer) : undefined;
}

/** The expression for one value: itself, or a text with what stood around it inside the quotes. */
function valueText(value: SqlValue, draft: Draft): string {
  const [only] = value.nodes;
  if (value.nodes.length === 1 && value.before === '' && value.after === '') return draft.textOf(only!);
  const escape = (text: string): string => text.replace(/[`\\]/g, '\\$&').replace(/\$\{/g, '\\${');
  const between = value.nodes.map((node, index) => `\${${draft.textOf(node)}}${escape(value.between[index] ?? '')}`).join('');
  return `\`${escape(value.before)}${between}${escape(value.after)}\``;
}

function withValues(query: Query): boolean {
  const { draft, call, idiom, values, parts } = query;
  const method = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : '';
  if (idiom.methodsWithoutLimit?.includes(method) && values.some((value) => /\b(LIMIT|OFFSET)\s*$/i.test(textBefore(query, value))))
    return false;
  const list = valuesList(query);
  if (list === 'refused') return false;
  const first = idiom.placeholder === 'numbered' ? highestPlaceholder(parts) : 0;
  if (first > 0 && !list) return false;
  replaceHoles(query, (index) => (idiom.placeholder === 'numbered' ? `$${first + index + 1}` : '?'));
  const texts = values.map((value) => valueText(value, draft));
  if (list) {
    if (idiom.placeholder === 'question' && list.elements.length !== questionsBefore(query, Infinity)) return false;
    values.forEach((value, index) => {
      const at = idiom.placeholder === 'numbered' ? list.elements.length : questionsBefore(query, value.nodes[0]!.pos);
      insertElement(draft, list.elements, at, texts[index]!, list.end - 1);
    });
    return true;
  }
  return addValues(query, `[${texts.join(', ')}]`);
}

function textBefore(query: Query, value: SqlValue): string {
  const before = query.parts.filter((part) => ('text' in part ? part.end <= value.nodes[0]!.pos : false)) as { text: string }[];
  return before.map((part) => part.text).join(' ');
}

/** Placeholders written in the text in front of an offset. */
function questionsBefore(query: Query, offset: number): number {
  return query.parts.reduce(
    (count, part) => count + ('text' in part && part.start < offset ? (part.text.match(/\?/g)?.length ?? 0) : 0),
    0,
  );
}

/** The array of values that the call has already. */
function valuesList(query: Query): ts.ArrayLiteralExpression | 'refused' | undefined {
  const { call, idiom } = query;
  const first = call.arguments[0] && bare(call.arguments[0]);
  const second = call.arguments[1] && bare(call.arguments[1]);
  const inObject =
    first && ts.isObjectLiteralExpression(first)
      ? first
      : idiom.values === 'replacements' && second && ts.isObjectLiteralExpression(second)
        ? second
        : undefined;
  if (inObject) {
    const property = findProperty(inObject, idiom.values === 'replacements' ? 'replacements' : 'values');
    if (!property) return undefined;
    return ts.isPropertyAssignment(property) && ts.isArrayLiteralExpression(property.initializer) ? property.initializer : 'refused';
  }
  if (!second || isFunctionNode(second)) return undefined;
  return ts.isArrayLiteralExpression(second) ? second : 'refused';
}

function addValues(query: Query, values: string): boolean {
  const { draft, call, idiom } = query;
  const first = call.arguments[0] && bare(call.arguments[0]);
  const second = call.arguments[1] && bare(call.arguments[1]);
  if (first && ts.isObjectLiteralExpression(first)) addObjectProperty(draft, first, 'values', values);
  else if (idiom.values === 'replacements') {
    if (second && ts.isObjectLiteralExpression(second)) addObjectProperty(draft, second, 'replacements', values);
    else insertArgument(draft, call, 1, `{ replacements: ${values} }`);
  } else insertArgument(draft, call, 1, values);
  return true;
}

/** Puts placeholders in the place of values: inside a template where they are, in one literal for a concatenation. */
function replaceHoles(query: Query, placeholder: (index: number) => string): void {
  const { draft, expression, values } = query;
  if (ts.isTemplateExpression(expression)) {
    values.forEach((value, index) => {
      const range = holeRange(value, draft);
      draft.replace(range.start, range.end, placeholder(index));
    });
    return;
  }
  draft.replaceNode(
    expression,
    literal(query, (index) => ({ text: placeholder(index) })),
  );
}

/** Offsets of `${value}` in a template, or of the quoted text that holds it. */
function holeRange(value: SqlValue, draft: Draft): { start: number; end: number } {
  if (value.start >= 0) return { start: value.start, end: value.end };
  const node = value.nodes[0]!;
  return { start: draft.text.lastIndexOf('${', node.getStart(draft.tree)), end: draft.text.indexOf('}', node.end) + 1 };
}

/** A concatenation as one literal, with placeholders, or holes of a template, in the place of its values. */
function literal(query: Query, hole: (index: number) => { text: string } | { code: string }): string {
  const { draft, parts, values } = query;
  const chunks: ({ text: string } | { code: string })[] = [];
  let inside = false;
  for (const part of parts) {
    if ('text' in part) {
      // What follows a quoted value begins with the rest of its quotes.
      const close = inside ? part.text.indexOf("'") : -1;
      if (!inside) chunks.push({ text: part.text });
      else if (close >= 0) chunks.push({ text: part.text.slice(close + 1) });
      if (close >= 0) inside = false;
      continue;
    }
    const index = values.findIndex((value) => value.nodes.includes(part.node));
    const value = values[index];
    if (!value) chunks.push({ code: draft.textOf(part.node) });
    else if (value.nodes[0] === part.node) {
      const last = chunks[chunks.length - 1];
      if (value.start >= 0 && last && 'text' in last) {
        last.text = last.text.slice(0, last.text.length - value.before.length - 1);
        inside = true;
      }
      chunks.push(hole(index));
    }
  }
  const text = chunks.map((chunk) => ('text' in chunk ? chunk.text : '')).join('');
  if (chunks.some((chunk) => 'code' in chunk) || /[\r\n]/.test(text)) {
    const escape = (part: string): string => part.replace(/[`\\]/g, '\\$&').replace(/\$\{/g, '\\${');
    return `\`${chunks.map((chunk) => ('text' in chunk ? escape(chunk.text) : `\${${chunk.code}}`)).join('')}\``;
  }
  const first = allBelow(query.expression, ts.isStringLiteral, false)[0];
  const quote = first && draft.text[first.getStart(draft.tree)] === '"' ? '"' : first ? "'" : draft.style.quote;
  return quoted(text, { ...draft.style, quote });
}

/** `` client.$queryRaw`… ${value} …` ``: the tag takes the values itself. */
function tagged(query: Query): boolean {
  const { draft, call, idiom, expression, values } = query;
  if (!ts.isPropertyAccessExpression(call.expression) || call.arguments.length !== 1 || bare(call.arguments[0]!) !== expression)
    return false;
  const tag = idiom.tags?.[call.expression.name.text];
  if (tag === undefined || query.parts.some((part) => 'node' in part && !values.some((value) => value.nodes.includes(part.node))))
    return false;
  const callee = call.expression;
  if (tag) draft.replaceNode(callee.name, tag);
  else draft.replace(callee.expression.end, callee.name.end, '');
  const open = call.typeArguments ? draft.text.indexOf('(', call.typeArguments.end) : draft.text.indexOf('(', callee.end);
  draft.replace(open, expression.getStart(draft.tree), '');
  draft.replace(expression.end, call.end, '');
  if (ts.isTemplateExpression(expression)) {
    for (const value of values) if (value.start >= 0) draft.replace(value.start, value.end, `\${${valueText(value, draft)}}`);
  } else
    draft.replaceNode(
      expression,
      literal(query, (index) => ({ code: valueText(values[index]!, draft) })),
    );
  return constantString(expression) === undefined;
}
