import { ts } from 'ts-morph';
import type { ConnectionMade } from '../../model/facts';
import { walk } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { isBrowserCode, isEdgeCode, isOneOff } from '../serverCode';

/** Clients that keep connections open, and how often they are made. */
export function recogniseConnections(analysis: FileAnalysis): ConnectionMade[] {
  const { role, side } = analysis.context;
  if (role !== 'source' || side === 'client') return [];
  const sites = analysis.sitesWith('connects').filter((site) => site.role?.connects);
  // What runs at the edge may not share connections between requests.
  if (sites.length === 0 || isBrowserCode(analysis) || isEdgeCode(analysis) || isOneOff(analysis)) return [];
  return sites.filter(makes).map((site) => connectionOf(analysis, site));
}

/** `createPool` is called, classes are constructed; `new Pool` inside `new Pool(new Pool())` is nothing that anybody writes. */
function makes({ node }: CallSite): boolean {
  return !ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.SuperKeyword;
}

function connectionOf(analysis: FileAnalysis, site: CallSite): ConnectionMade {
  const { node } = site;
  const fn = analysis.functionAround(node);
  const held = fn ? holding(analysis, node, fn) : { kept: true };
  const varies = fn !== undefined && madeWithLocals(analysis, node, fn);
  const use = !fn || held.kept ? { made: 'once' as const } : madeIn(analysis, fn, held.returned === true);
  return {
    ...analysis.base(node),
    kind: 'connection',
    library: site.role!.library,
    label: `${ts.isNewExpression(node) ? 'new ' : ''}${analysis.label(node.expression, 50)}`,
    opens: site.role!.connects!,
    instance: analysis.resolver.pathOf(node) ?? `${site.callee ?? ''}()`,
    ...use,
    ...(varies ? { varies: true as const } : {}),
    ...(fn && held.name !== undefined && closes(fn, held.name) ? { closed: true as const } : {}),
    ...(isProgram(analysis) ? { program: true as const } : {}),
  };
}

interface Held {
  /** It outlives the function: a variable outside, a member, a map. */
  kept?: boolean;
  returned?: boolean;
  /** Local variable that holds it. */
  name?: string;
}

const keepers = /^(set|push|add|register|decorate|provide|memoi[sz]e|once|cache)$/;

/** What a function does with a value that it makes. */
function holding(analysis: FileAnalysis, node: ts.Node, fn: FunctionInfo): Held {
  let current = node;
  for (let parent = node.parent; parent; current = parent, parent = parent.parent) {
    if (ts.isPropertyDeclaration(parent)) return { kept: true };
    if (ts.isBinaryExpression(parent) && parent.right === current && isAssignment(parent)) {
      if (isOutside(analysis, parent.left, fn)) return { kept: true };
      return ts.isIdentifier(parent.left) ? named(analysis, parent.left.text, fn) : {};
    }
    if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === current)) return { returned: true };
    if (ts.isVariableDeclaration(parent)) return ts.isIdentifier(parent.name) ? named(analysis, parent.name.text, fn) : {};
    if (
      ts.isCallExpression(parent) &&
      parent.expression !== current &&
      ts.isPropertyAccessExpression(parent.expression) &&
      keepers.test(parent.expression.name.text)
    )
      return { kept: true };
    if (ts.isStatement(parent)) return {};
  }
  return {};
}

function isAssignment(node: ts.BinaryExpression): boolean {
  return node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
}

/** Does the left side of an assignment outlive the function? */
function isOutside(analysis: FileAnalysis, left: ts.Expression, fn: FunctionInfo): boolean {
  if (!ts.isIdentifier(left)) return ts.isPropertyAccessExpression(left) || ts.isElementAccessExpression(left);
  const found = analysis.resolver.declarations.find(left);
  return found?.kind !== 'variable' || found.node.pos < fn.node.pos || found.node.end > fn.node.end;
}

/** What becomes of a local variable. */
function named(analysis: FileAnalysis, name: string, fn: FunctionInfo): Held {
  const held: Held = { name };
  walk(fn.node, (inner) => {
    if (!ts.isIdentifier(inner) || inner.text !== name) return;
    const { parent } = inner;
    if (ts.isBinaryExpression(parent) && parent.right === inner && isAssignment(parent) && isOutside(analysis, parent.left, fn))
      held.kept = true;
    else if (
      ts.isCallExpression(parent) &&
      parent.arguments.includes(inner) &&
      ts.isPropertyAccessExpression(parent.expression) &&
      keepers.test(parent.expression.name.text)
    )
      held.kept = true;
    else if (ts.isReturnStatement(parent) || ts.isShorthandPropertyAssignment(parent)) held.returned = true;
  });
  return held;
}

/** Is it made with something that is known only inside the function? */
function madeWithLocals(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression, fn: FunctionInfo): boolean {
  let found = false;
  for (const argument of node.arguments ?? []) {
    walk(argument, (inner) => {
      if (
        found ||
        !ts.isIdentifier(inner) ||
        (ts.isPropertyAccessExpression(inner.parent) && inner.parent.name === inner) ||
        (ts.isPropertyAssignment(inner.parent) && inner.parent.name === inner)
      )
        return !found;
      const declared = analysis.resolver.declarations.find(inner);
      if (declared?.kind === 'parameter') found = true;
      else if (declared?.kind === 'variable' && declared.node.pos >= fn.node.pos && declared.node.end <= fn.node.end)
        found = !declared.node.initializer || !isSetting(declared.node.initializer);
      return !found;
    });
  }
  return found;
}

/** Settings and literals are the same for everybody, wherever they are read; so are adapters that are made of them. */
function isSetting(node: ts.Expression): boolean {
  return (
    /^(process\.env|import\.meta\.env|Deno\.env|env)\b|^['"`\d]|^new Prisma\w+\(/.test(node.getText()) &&
    !/\$\{(?!process\.env|env)/.test(node.getText())
  );
}

/** How often a function runs that makes a client and does not keep it. */
function madeIn(analysis: FileAnalysis, fn: FunctionInfo, returned: boolean): Pick<ConnectionMade, 'made' | 'through'> {
  for (let current: FunctionInfo | undefined = fn; current; current = current.parent) {
    const entry = analysis.entries.get(current);
    if (entry) return { made: entry === 'job' ? 'job' : 'request' };
  }
  if (!returned && fn.name === '') return { made: 'unknown' };
  const callers = analysis.sites.filter((site) => analysis.resolver.functionOf(site.node.expression)?.local === fn);
  const kinds = callers.map(({ node }) => analysis.entryAround(node)).map((entry) => entry && analysis.entries.get(entry));
  if (kinds.some((kind) => kind === 'handler' || kind === 'webhook')) return { made: 'request', through: fn.name };
  return { made: kinds.includes('job') ? 'job' : 'unknown', ...(kinds.includes('job') ? { through: fn.name } : {}) };
}

/** Does the function close what the variable holds? */
function closes(fn: FunctionInfo, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${name}[?!]?\\.(end|close|quit|disconnect|destroy|release|\\$disconnect)\\(`).test(fn.node.getText());
}

/** Is it run by itself: does it serve nothing, and can nobody import it, or does it lie at the top of its package among what people run by hand? */
function isProgram(analysis: FileAnalysis): boolean {
  if (analysis.entries.size > 0) return false;
  return analysis.exports.length === 0 || liesAmongPrograms(analysis);
}

/** Does it lie at the top of its package, where people keep what they run by hand, under a name that no server has? */
export function liesAmongPrograms(analysis: FileAnalysis): boolean {
  return (
    analysis.entries.size === 0 &&
    !analysis.innerPath.includes('/') &&
    !/^(index|main|server|app|db|database|client|prisma|pool|mongo|redis|drizzle)\b/.test(analysis.innerPath)
  );
}
