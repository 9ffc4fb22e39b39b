import { ts } from 'ts-morph';
import type { FunctionSummary } from '../model/facts';
import { bare, constantString, walk, whole } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { lastName } from './guardConditions';

const { SyntaxKind } = ts;

/** Files in which a function may be asked for a secret by its name, with something that stands in for it. */
export const mayAskHelper = /(?:secret|key|token|passw(?:or)?d|passphrase)['"`]\s*(?:,\s*['"`]|\)\s*(?:\|\||\?\?|\.))/i;

/** Names of functions of packages that read the environment. */
const reading = /^(?:get|read|load|fetch|require|optional)?_?env(?:ironment)?(?:Var(?:iable)?|Or(?:Default|Throw)?|String|Str|Value)?$/i;

const environment = /\benv\b/;

/** The parameter that names an entry of the environment which a function reads, and the one that it gives where there is none. */
export function settingOf(analysis: FileAnalysis, fn: FunctionInfo): FunctionSummary['setting'] {
  const { parameters, body } = fn.node;
  if (!body || parameters.length === 0 || parameters.length > 3 || !analysis.mayHold(environment)) return undefined;
  const names = parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : undefined));
  const indexOf = (node: ts.Node | undefined): number =>
    node && ts.isIdentifier(node) ? names.findIndex((name) => name === node.text) : -1;
  let name: number | undefined;
  let fallback: number | undefined;
  const given = (node: ts.Expression): void => {
    const value = bare(node);
    if (ts.isBinaryExpression(value)) given(value.right);
    else if (ts.isConditionalExpression(value)) {
      given(value.whenTrue);
      given(value.whenFalse);
    } else {
      const index = indexOf(value);
      if (index !== -1 && index !== name) fallback ??= index;
    }
  };
  walk(body, (node) => {
    if (isFunctionNode(node)) return false;
    const read = readBy(node);
    const index = indexOf(read);
    if (read && index !== -1 && !isChanged(node)) name ??= index;
    return true;
  });
  if (name === undefined) return undefined;
  if (!ts.isBlock(body)) given(body);
  else for (const exit of fn.exits) if (ts.isReturnStatement(exit) && exit.expression) given(exit.expression);
  // `const value = process.env[name] ?? fallback;`
  walk(body, (node) => {
    if (ts.isBinaryExpression(node) && isEither(node) && holdsRead(node.left)) given(node.right);
    return true;
  });
  return { name, ...(fallback === undefined ? {} : { fallback }) };
}

/** `process.env[name]`, `Deno.env.get(name)`: what it is read by. */
function readBy(node: ts.Node): ts.Expression | undefined {
  if (ts.isElementAccessExpression(node)) return isEnvironment(node.expression) ? bare(node.argumentExpression) : undefined;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'get')
    return undefined;
  return isEnvironment(node.expression.expression) && node.arguments[0] ? bare(node.arguments[0]) : undefined;
}

function isEnvironment(node: ts.Expression): boolean {
  const value = bare(node);
  return ts.isPropertyAccessExpression(value) && value.name.text === 'env' && /(?:process|meta|Deno|Bun)$/.test(value.expression.getText());
}

function isChanged({ parent }: ts.Node): boolean {
  return (ts.isBinaryExpression(parent) && parent.operatorToken.kind === SyntaxKind.EqualsToken) || ts.isDeleteExpression(parent);
}

function isEither({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === SyntaxKind.BarBarToken || kind === SyntaxKind.QuestionQuestionToken;
}

function holdsRead(node: ts.Expression): boolean {
  let found = false;
  walk(node, (inner) => {
    if (readBy(inner)) found = true;
    return !found;
  });
  return found;
}

/**
 * The entry of the environment that a literal stands in for where a function reads it: `env('JWT_SECRET', 'x')`,
 * `getEnv('JWT_SECRET') || 'x'`, `env.get('JWT_SECRET').default('x')`.
 */
export function helpedEntry(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const literal = whole(node);
  const { parent } = literal;
  if (ts.isBinaryExpression(parent) && isEither(parent) && parent.right === literal) return entryRead(analysis, parent.left)?.entry;
  if (!ts.isCallExpression(parent) || parent.expression === literal) return undefined;
  const callee = bare(parent.expression);
  if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'default') return entryInChain(analysis, callee.expression);
  const read = entryRead(analysis, parent);
  return read && read.fallback !== undefined && parent.arguments[read.fallback] === literal ? read.entry : undefined;
}

/** `env.get('JWT_SECRET').required()` */
function entryInChain(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  for (let call = bare(node); ts.isCallExpression(call);) {
    const callee = bare(call.expression);
    if (!ts.isPropertyAccessExpression(callee)) return undefined;
    const receiver = bare(callee.expression);
    if (callee.name.text === 'get')
      return /^env\b/i.test(analysis.resolver.pathOf(receiver) ?? lastName(receiver) ?? '') ? constantString(call.arguments[0]) : undefined;
    call = receiver;
  }
  return undefined;
}

/** The entry that a call asks for, and the argument that stands in for it. */
function entryRead(analysis: FileAnalysis, node: ts.Expression): { entry: string; fallback?: number } | undefined {
  const call = bare(node);
  if (!ts.isCallExpression(call)) return undefined;
  const ref = analysis.resolver.functionOf(call.expression)?.ref;
  const setting = ref ? analysis.summaryOf(ref)?.setting : byName(call);
  const entry = setting && constantString(call.arguments[setting.name]);
  return entry === undefined ? undefined : { entry, ...(setting?.fallback === undefined ? {} : { fallback: setting.fallback }) };
}

/** What nobody could find reads the environment by its name, and a sentence behind that is for people. */
function byName(call: ts.CallExpression): FunctionSummary['setting'] {
  const text = constantString(call.arguments[1]);
  if (!reading.test(lastName(bare(call.expression)) ?? '') || !/^[A-Z][A-Z\d_]+$/.test(constantString(call.arguments[0]) ?? ''))
    return undefined;
  return { name: 0, ...(text !== undefined && !/\s/.test(text) ? { fallback: 1 } : {}) };
}
