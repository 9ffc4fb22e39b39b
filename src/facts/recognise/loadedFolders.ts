import { ts } from 'ts-morph';
import { bare, walk } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { FileAnalysis } from '../analysis';
import { lastName } from '../guardConditions';

const listing = /\breaddir(?:Sync)?\b/;

/**
 * Files that a loop over a folder loads, where an expression stands for what each of them gives:
 * `for (const file of readdirSync(dir)) app.register(require(join(dir, file)))`, also by way of a name. Undefined where there is no such loop.
 */
export function loadedFrom(analysis: FileAnalysis, node: ts.Expression): string[] | undefined {
  if (!analysis.mayHold(listing)) return undefined;
  const name = loadedName(analysis, node);
  const loop = name && loopOf(analysis, name);
  const folder = loop && folderOf(analysis, loop.listed);
  if (!name || !loop || folder === undefined) return undefined;
  const takes = filterOf(analysis, loop.body, name.text);
  const files: string[] = [];
  for (let index = 0; ; index++) {
    const target = analysis.project.module(analysis.file, `files-in:${index}:${folder}`);
    if (!('file' in target)) return files;
    if (target.file !== analysis.file && takes(target.file.slice(target.file.lastIndexOf('/') + 1))) files.push(target.file);
  }
}

/** The name of the file in `require(join(dir, file))`, `(await import(`${dir}/${file}`)).default`. */
function loadedName(analysis: FileAnalysis, node: ts.Expression): ts.Identifier | undefined {
  let value = bare(node);
  for (let steps = 0; steps < 8; steps++) {
    if (ts.isPropertyAccessExpression(value) || ts.isAwaitExpression(value)) value = bare(value.expression);
    else if (ts.isBinaryExpression(value)) value = bare(value.left);
    else if (ts.isIdentifier(value)) {
      const behind = analysis.resolver.deref(value, 1);
      if (behind === value) return undefined;
      value = bare(behind);
    } else break;
  }
  if (!ts.isCallExpression(value)) return undefined;
  const isLoading =
    value.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(value.expression) && value.expression.text === 'require');
  const path = isLoading && value.arguments[0] ? analysis.resolver.deref(value.arguments[0]) : undefined;
  return path && lastPart(path);
}

/** `file` in `join(dir, file)`, `` `./routes/${file}` ``, `'./routes/' + file`, `pathToFileURL(join(dir, file)).href` */
function lastPart(path: ts.Expression): ts.Identifier | undefined {
  const value = bare(path);
  if (ts.isIdentifier(value)) return value;
  if (ts.isTemplateExpression(value)) {
    const last = value.templateSpans.at(-1)!;
    return last.literal.text === '' ? lastPart(last.expression) : undefined;
  }
  if (ts.isBinaryExpression(value)) return lastPart(value.right);
  if (ts.isPropertyAccessExpression(value)) return lastPart(value.expression);
  if (!ts.isCallExpression(value)) return undefined;
  const last = value.arguments.at(-1);
  return last && /^(?:join|resolve|pathToFileURL)$/.test(lastName(bare(value.expression)) ?? '') ? lastPart(last) : undefined;
}

/** What a name runs through: `for (const name of readdirSync(dir))`, `readdirSync(dir).filter(…).forEach((name) => …)`. */
function loopOf(analysis: FileAnalysis, name: ts.Identifier): { listed: ts.Expression; body: ts.Node } | undefined {
  const declaration = analysis.resolver.declarations.find(name);
  if (declaration?.kind === 'variable' && ts.isVariableDeclarationList(declaration.node.parent)) {
    const statement = declaration.node.parent.parent;
    const listed = ts.isForOfStatement(statement) ? listedBy(analysis, statement.expression) : undefined;
    return listed && { listed, body: statement };
  }
  if (declaration?.kind !== 'parameter' || declaration.index !== 0) return undefined;
  const call = declaration.fn.parent;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  const listed = /^(?:forEach|map)$/.test(call.expression.name.text) ? listedBy(analysis, call.expression.expression) : undefined;
  return listed && { listed, body: call };
}

/** The folder in `readdirSync(dir)` and what is left of its names: `readdirSync(dir).filter(…)`, `await readdir(dir)`. */
function listedBy(analysis: FileAnalysis, node: ts.Expression): ts.Expression | undefined {
  let value = bare(analysis.resolver.deref(node));
  for (let steps = 0; steps < 6; steps++) {
    if (ts.isAwaitExpression(value)) value = bare(value.expression);
    if (!ts.isCallExpression(value)) return undefined;
    const called = lastName(bare(value.expression)) ?? '';
    if (/^readdir(?:Sync)?$/.test(called)) return value.arguments[0];
    if (!ts.isPropertyAccessExpression(value.expression) || !/^(?:filter|sort)$/.test(called)) return undefined;
    value = bare(analysis.resolver.deref(value.expression.expression));
  }
  return undefined;
}

/** A folder as seen from that of the file: `__dirname`, `join(__dirname, 'routes')`, `` `${__dirname}/routes` ``. */
function folderOf(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const value = analysis.resolver.deref(node);
  if (/^(?:__dirname|import\.meta\.dirname)$/.test(value.getText(analysis.source))) return '.';
  const parts =
    ts.isCallExpression(value) && /^(?:join|resolve)$/.test(lastName(bare(value.expression)) ?? '') ? value.arguments : undefined;
  if (parts?.[0]) {
    const start = folderOf(analysis, parts[0]);
    const rest = parts.slice(1).map((part) => analysis.textOf(part));
    return start === undefined || rest.some((text) => text === undefined) ? undefined : [start, ...rest].join('/');
  }
  if (!ts.isTemplateExpression(value) || value.head.text !== '' || value.templateSpans.length !== 1) return undefined;
  const start = folderOf(analysis, value.templateSpans[0]!.expression);
  return start === undefined ? undefined : start + value.templateSpans[0]!.literal.text;
}

/** Which names of files a loop does not pass over, as far as it says so by their ends and by single names: sources stand for what is made of them. */
function filterOf(analysis: FileAnalysis, loop: ts.Node, name: string): (file: string) => boolean {
  const ends = new Set<string>();
  const left = new Set<string>();
  walk(loop, (node) => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'endsWith') {
      const text = analysis.textOf(node.arguments[0]);
      if (text !== undefined) ends.add(stem(text));
    }
    if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(ts.tokenToString(node.operatorToken.kind) ?? '')) {
      const sides = [bare(node.left), bare(node.right)];
      const text = sides.map((side) => analysis.textOf(side)).find((found) => found !== undefined && /\.\w+$/.test(found));
      const isName = sides.some((side) => ts.isIdentifier(side) && (side.text === name || isOwnName(side)));
      if (text !== undefined && isName) left.add(stem(text));
    }
    return true;
  });
  return (file) => !left.has(stem(file)) && (ends.size === 0 || [...ends].some((end) => stem(file).endsWith(end)));
}

/** Is it the parameter of a callback: `readdirSync(dir).filter((entry) => entry !== 'index.js')`? */
function isOwnName(side: ts.Identifier): boolean {
  for (let current: ts.Node = side; current.parent; current = current.parent)
    if (isFunctionNode(current))
      return current.parameters.some((parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === side.text);
  return false;
}

function stem(file: string): string {
  return file.replace(/\.[cm]?[jt]sx?$/, '');
}
