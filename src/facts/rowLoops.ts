import { ts } from 'ts-morph';
import type { RowLoop } from '../model/facts';
import { boundNames, enclosingLoop, mentions } from '../syntax/flow';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import { fileRefOf } from '../syntax/accessPaths';
import type { FileAnalysis } from './analysis';
import { lastNameOf } from './lastNames';
import { readSelect, sqlTextOf } from './selectText';

const iterations = /^(map|forEach|flatMap|filter|some|every|find|reduce)$/;

/** Does a node run again and again, and for what? `query` is the whole expression that asks. */
export function loopAround(analysis: FileAnalysis, node: ts.Node, query: ts.Node): { inLoop: boolean; loop?: RowLoop } {
  let inLoop = false;
  // A loop whose variable is only behind what is asked for, where no rows are further out.
  let remote: RowLoop | undefined;
  const settles = ({ loop, names }: FoundLoop): boolean => {
    if (!loop.keyed) return false;
    if (loop.over === 'rows' || mentions(query, names)) return true;
    remote ??= loop;
    return false;
  };
  // What is asked when something has failed is not asked for each row.
  const failed = ts.findAncestor(
    node,
    (outer) => isFunctionNode(outer) || ts.isCatchClause(outer) || ts.isIterationStatement(outer, false),
  );
  if (failed && ts.isCatchClause(failed)) return { inLoop };
  for (let current = node, depth = 0; depth < 3; depth++) {
    const statement = enclosingLoop(current);
    if (statement) {
      inLoop = true;
      if (ts.isForOfStatement(statement)) {
        const found = loopOf(analysis, statement.expression, statement.initializer, statement, query);
        if (settles(found)) return { inLoop, loop: found.loop };
      } else if (ts.isForStatement(statement)) {
        const counted = countedList(statement);
        const found = counted && loopOf(analysis, counted.list, counted.variable, statement, query);
        if (found && settles(found)) return { inLoop, loop: found.loop };
      }
      current = statement;
      continue;
    }
    const fn = ts.findAncestor(current.parent, isFunctionNode);
    const call = fn && ts.isCallExpression(fn.parent) ? fn.parent : undefined;
    const callee = call && bare(call.expression);
    if (!fn || !call || !callee || !ts.isPropertyAccessExpression(callee) || !iterations.test(callee.name.text)) break;
    inLoop = true;
    const parameter = fn.parameters[callee.name.text === 'reduce' ? 1 : 0];
    if (parameter) {
      const found = loopOf(analysis, callee.expression, parameter, call, query);
      if (settles(found)) return { inLoop, loop: found.loop };
    }
    current = call;
  }
  return { inLoop, ...(remote ? { loop: remote } : {}) };
}

interface FoundLoop {
  loop: RowLoop;
  /** Those of its variable. */
  names: ReadonlySet<string>;
}

function loopOf(analysis: FileAnalysis, iterable: ts.Expression, variable: ts.Node, loop: ts.Node, query: ts.Node): FoundLoop {
  const names = new Set(namesOf(variable));
  const label = analysis.label(iterable, 40);
  const keyed = names.size > 0 && mentions(query, madeOf(loop, names));
  if (!keyed) return { names, loop: { over: 'other', keyed, label } };
  // Pieces of a list, and loops that wait on purpose, spread the work.
  if (/chunk|batch|page/i.test(label) || /\b(sleep|delay|setTimeout|pause|wait)\s*\(/.test(loop.getText(analysis.source)))
    return { names, loop: { over: 'batch', keyed, label } };
  const source = sourceOf(analysis, iterable, 5);
  return { names, loop: { ...source, ...(source.over === 'rows' && sendsIn(analysis, loop) ? { sends: true } : {}), keyed, label } };
}

/** The list that a loop counts through: `for (let i = 0; i < users.length; i++)`. */
function countedList({ initializer, condition, incrementor }: ts.ForStatement): { list: ts.Expression; variable: ts.Node } | undefined {
  if (!initializer || !condition || !ts.isVariableDeclarationList(initializer) || !ts.isBinaryExpression(condition)) return undefined;
  // Steps of more than one take pieces.
  if (!incrementor || !(ts.isPostfixUnaryExpression(incrementor) || ts.isPrefixUnaryExpression(incrementor))) return undefined;
  const length = bare(condition.right);
  return condition.operatorToken.kind === ts.SyntaxKind.LessThanToken &&
    ts.isPropertyAccessExpression(length) &&
    length.name.text === 'length'
    ? { list: length.expression, variable: initializer }
    : undefined;
}

/** With the names of what a loop makes of its variable: `const user = users[i]; const { id } = user`. */
function madeOf(loop: ts.Node, names: ReadonlySet<string>): ReadonlySet<string> {
  const made = new Set(names);
  walk(loop, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer && mentions(node.initializer, made))
      for (const name of boundNames(node.name)) made.add(name);
    return true;
  });
  return made;
}

const slow = new Set(['outbound', 'paid', 'exec']);
/** What nobody can look into, but is called so: `provider.send(…)`, `client.functions.invoke(…)`. */
const sending = /^(?:send|notify|invoke|deliver|dispatch|publish)(?![a-z])/;

/** Does a loop leave the process for each element, other than to the database? */
function sendsIn(analysis: FileAnalysis, loop: ts.Node): boolean {
  return analysis.sites.some(({ node, role, callee }) => {
    if (node.pos < loop.pos || node.end > loop.end) return false;
    if (!role?.data && sending.test(lastNameOf(callee ?? node.expression.getText(analysis.source)))) return true;
    if (role) return role.sink === 'paid' || (role.outbound !== undefined && role.outbound.kind !== 'database' && !role.data);
    const found = analysis.resolver.functionOf(node.expression);
    if (found?.local?.calls.some((call) => analysis.site(call)?.role?.outbound?.kind === 'http')) return true;
    const summary = analysis.summaryOf(found?.ref ?? fileRefOf(callee));
    return summary?.sinks.some(({ kind }) => slow.has(kind)) === true;
  });
}

function namesOf(variable: ts.Node): string[] {
  if (ts.isParameter(variable)) return boundNames(variable.name);
  return ts.isVariableDeclarationList(variable)
    ? variable.declarations.flatMap((declaration) => boundNames(declaration.name))
    : ts.isIdentifier(variable)
      ? [variable.text]
      : [];
}

function sourceOf(analysis: FileAnalysis, expression: ts.Expression, depth: number): Pick<RowLoop, 'over' | 'query'> {
  const other = { over: 'other' } as const;
  const value = bare(expression);
  if (depth === 0) return other;
  if (ts.isArrayLiteralExpression(value)) return { over: 'constant' };
  if (ts.isBinaryExpression(value))
    return /^(\?\?|\|\|)$/.test(value.operatorToken.getText(analysis.source)) ? sourceOf(analysis, value.left, depth - 1) : other;
  if (ts.isPropertyAccessExpression(value))
    return /^(rows|data|docs|recordset)$/.test(value.name.text) ? sourceOf(analysis, value.expression, depth - 1) : other;
  if (ts.isCallExpression(value)) {
    const rows = queryIn(analysis, value);
    if (rows) return { over: 'rows', query: analysis.span(rows) };
    const callee = bare(value.expression);
    return ts.isPropertyAccessExpression(callee) && /^(filter|slice|sort|reverse|toSorted|toReversed|concat)$/.test(callee.name.text)
      ? sourceOf(analysis, callee.expression, depth - 1)
      : other;
  }
  if (!ts.isIdentifier(value)) return other;
  const declaration = analysis.resolver.declarations.find(value);
  if (declaration?.kind !== 'variable' || !declaration.node.initializer) return other;
  let initial = bare(declaration.node.initializer);
  const [first] = declaration.steps;
  const list = promised(initial);
  if (list && first && 'index' in first) {
    const element = list.elements[first.index];
    if (!element) return other;
    initial = bare(element);
  }
  return sourceOf(analysis, initial, depth - 1);
}

/** The list in `Promise.all([…])`. */
function promised(node: ts.Expression): ts.ArrayLiteralExpression | undefined {
  if (
    !ts.isCallExpression(node) ||
    !ts.isPropertyAccessExpression(node.expression) ||
    !/^(all|\$transaction)$/.test(node.expression.name.text)
  )
    return undefined;
  const list = node.arguments[0] && bare(node.arguments[0]);
  return list && ts.isArrayLiteralExpression(list) ? list : undefined;
}

/** The call of a chain that gives rows. */
function queryIn(analysis: FileAnalysis, call: ts.CallExpression): ts.Node | undefined {
  for (let current: ts.Expression = call; ;) {
    if (ts.isCallExpression(current)) {
      const data = analysis.site(current)?.role?.data;
      if (data?.operation === 'read' && data.many) return current;
      if (data?.operation === 'raw' && readSelect(sqlTextOf(analysis, current.arguments[0]) ?? '')) return current;
      current = bare(current.expression);
    } else if (ts.isPropertyAccessExpression(current)) current = bare(current.expression);
    else return undefined;
  }
}
