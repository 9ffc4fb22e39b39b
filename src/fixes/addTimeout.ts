import { ts } from 'ts-morph';
import type { OutboundCall } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { bare } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import { Draft } from './edits';
import { addObjectProperty, findProperty, insertArgument } from './expressions';
import { moduleOf } from './imports';
import { allBelow, ancestor, callAt, declarationOf } from './nodes';

/** How a library takes a time limit. */
export interface TimeoutIdiom {
  /** Index of the options argument, by method name where it differs; `*` is the usual one. */
  argument: Readonly<Record<string, number>>;
  option: string;
  /** The option is a call that is chained to it: `.timeout(10_000)`. */
  chained?: true;
  /** `{{ms}}` is the limit in milliseconds, `{{signal}}` an abort signal that fires after it. */
  value: string;
  /** Milliseconds: SDKs that retry or generate need longer than a plain call. */
  ms: number;
}

const client = (option: string, ms: number): TimeoutIdiom => ({ argument: { '*': 0 }, option, value: '{{ms}}', ms });
const signal = (argument: number): TimeoutIdiom => ({ argument: { '*': argument }, option: 'signal', value: '{{signal}}', ms: 10_000 });

/** Library id → how it takes a time limit. Constructors and factories take options first. */
export const timeoutIdioms: Readonly<Record<string, TimeoutIdiom>> = {
  fetch: signal(1),
  'node-fetch': signal(1),
  undici: { argument: { '*': 1 }, option: 'signal', value: '{{signal}}', ms: 10_000 },
  ofetch: { argument: { '*': 1 }, option: 'timeout', value: '{{ms}}', ms: 10_000 },
  ky: { argument: { '*': 1 }, option: 'timeout', value: '{{ms}}', ms: 10_000 },
  axios: {
    argument: { '*': 1, post: 2, put: 2, patch: 2, postForm: 2, putForm: 2, patchForm: 2, request: 0, create: 0 },
    option: 'timeout',
    value: '{{ms}}',
    ms: 10_000,
  },
  got: { argument: { '*': 1, extend: 0 }, option: 'timeout', value: '{ request: {{ms}} }', ms: 10_000 },
  superagent: { argument: {}, option: 'timeout', chained: true, value: '{{ms}}', ms: 10_000 },
  'nest-axios': {
    argument: { '*': 1, post: 2, put: 2, patch: 2, postForm: 2, putForm: 2, patchForm: 2, request: 0 },
    option: 'timeout',
    value: '{{ms}}',
    ms: 10_000,
  },
  openai: client('timeout', 60_000),
  anthropic: client('timeout', 60_000),
  ai: { argument: { '*': 0 }, option: 'abortSignal', value: '{{signal}}', ms: 60_000 },
  stripe: { argument: { '*': 1 }, option: 'timeout', value: '{{ms}}', ms: 20_000 },
  pg: client('connectionTimeoutMillis', 5_000),
  mysql2: client('connectTimeout', 10_000),
  nodemailer: client('connectionTimeout', 10_000),
};

/** Bounds a call that leaves the process; an abort signal that is already given is kept. */
export function addTimeout(fact: OutboundCall): FixProposal {
  return { id: 'add-timeout', kind: 'suggestion', title: 'Add a timeout', build: (source) => build(fact, source) };
}

function build(fact: OutboundCall, source: FixSource): FileEdit[] | undefined {
  if (fact.streaming || fact.timeout.presence === 'present') return undefined;
  const draft = new Draft(source);
  const call = callAt(draft.tree, fact.span);
  const idiom = call && idiomOf(call, fact, draft);
  if (!call || !idiom) return undefined;
  const least = movesFiles(call, draft) ? 300_000 : asksModel(call, draft) ? 60_000 : 0;
  const limit = limitIn(draft.tree) ?? grouped(Math.max(idiom.ms, least));
  const value = idiom.value.replace('{{ms}}', limit).replace('{{signal}}', `AbortSignal.timeout(${limit})`);
  if (idiom.chained) {
    draft.insert(call.getEnd(), `.${idiom.option}(${value})`);
    return draft.finish();
  }
  return place(draft, call, { option: idiom.option, value, index: indexOf(idiom, call, fact) }) ? draft.finish() : undefined;
}

/** By the library; where that knows several packages, by what the callee is imported from, or is called. */
function idiomOf(call: ts.CallExpression | ts.NewExpression, fact: OutboundCall, draft: Draft): TimeoutIdiom | undefined {
  const own = timeoutIdioms[fact.library];
  if (own) return own;
  const root = /^\w+/.exec(draft.textOf(call.expression))?.[0] ?? '';
  const module = moduleOf(root, draft.tree) ?? root;
  return timeoutIdioms[module.replace(/^@anthropic-ai\/.*$/, 'anthropic').replace(/\/promise$/, '')] ?? timeoutIdioms[root.toLowerCase()];
}

function indexOf(idiom: TimeoutIdiom, call: ts.CallExpression | ts.NewExpression, fact: OutboundCall): number {
  const method = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : '';
  // `axios({ url, … })` and `got({ url, … })` take everything in one object.
  const first = call.arguments?.[0];
  if (method === '' && first && ts.isObjectLiteralExpression(bare(first)) && (fact.library === 'axios' || fact.library === 'got')) return 0;
  return idiom.argument[method] ?? idiom.argument['*']!;
}

/** Uploads and downloads take as long as the files are big. */
function movesFiles(call: ts.CallExpression | ts.NewExpression, draft: Draft): boolean {
  return /\b(maxBodyLength|maxContentLength|onUploadProgress|onDownloadProgress|createReadStream|createWriteStream)\b|responseType:\s*['"](stream|arraybuffer|blob)/.test(
    draft.textOf(call),
  );
}

/** Language models take longer to answer than other services. */
function asksModel(call: ts.CallExpression | ts.NewExpression, draft: Draft): boolean {
  const first = call.arguments?.[0];
  const declaration = first && ts.isIdentifier(first) ? declarationOf(first.text, call) : undefined;
  const address =
    (first ? draft.textOf(first) : '') +
    (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer ? draft.textOf(declaration.initializer) : '');
  return (
    /api\.(openai|anthropic|groq|mistral|cohere|deepseek|together|perplexity|x)\.|openrouter\.ai|generativelanguage\.googleapis|ai\.gateway|replicate\.com|huggingface|\/(chat\/)?completions|\/images\/generations|OPENAI|ANTHROPIC|GEMINI|LLM/.test(
      address,
    ) || asksModelBy(call, draft)
  );
}

/** The function around the call makes a request that only language models understand. */
function asksModelBy(call: ts.Node, draft: Draft): boolean {
  const fn = ancestor(call, isFunctionNode);
  return fn !== undefined && /\b(max_tokens|maxOutputTokens|max_completion_tokens)\b/.test(draft.textOf(fn));
}

/** 10000 → `10_000`. */
function grouped(ms: number): string {
  return String(ms).replace(/\B(?=(\d{3})+$)/g, '_');
}

/** A limit that the file already names: `const HTTP_TIMEOUT_MS = 8000`. */
function limitIn(tree: ts.SourceFile): string | undefined {
  for (const statement of tree.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) {
      const isNumber = declaration.initializer && /^[\d_]+(\s*\*\s*[\d_]+)*$/.test(declaration.initializer.getText(tree));
      if (isNumber && ts.isIdentifier(declaration.name) && /(TIMEOUT|timeout)(_?ms)?$/i.test(declaration.name.text))
        return declaration.name.text;
    }
  }
  return undefined;
}

interface Limit {
  option: string;
  value: string;
  index: number;
}

function place(draft: Draft, call: ts.CallExpression | ts.NewExpression, limit: Limit): boolean {
  const list = call.arguments;
  const argument = list?.[limit.index];
  const option = `{ ${limit.option}: ${limit.value} }`;
  const text = draft.style.spacedBraces ? option : option.replace(/^\{ /, '{').replace(/ \}$/, '}');
  if (!argument) {
    if (list?.some(ts.isSpreadElement)) return false;
    const missing = Array.from({ length: limit.index - (list?.length ?? 0) }, () => 'undefined');
    insertArgument(draft, call, list?.length ?? 0, [...missing, text].join(', '));
    return true;
  }
  const options = bare(argument);
  if (ts.isObjectLiteralExpression(options)) return addTo(draft, options, limit);
  if (ts.isIdentifier(options) && options.text === 'undefined') {
    draft.replaceNode(argument, text);
    return true;
  }
  const own = ts.isIdentifier(options) ? ownLiteral(options, call) : undefined;
  if (own) return addTo(draft, own, limit);
  return spreadOver(draft, options, argument, limit);
}

function addTo(draft: Draft, object: ts.ObjectLiteralExpression, limit: Limit): boolean {
  const present = findProperty(object, limit.option);
  if (!present) {
    const spread = [...object.properties].reverse().find(ts.isSpreadAssignment);
    const signal = limit.option === 'signal' && spread ? spread.expression : undefined;
    addObjectProperty(draft, object, limit.option, signal ? merged(draft.textOf(signal), limit.value, signal) : limit.value);
    return true;
  }
  if (limit.option !== 'signal') return false;
  const value = ts.isPropertyAssignment(present)
    ? present.initializer
    : ts.isShorthandPropertyAssignment(present)
      ? present.name
      : undefined;
  if (!value || /AbortSignal\.(timeout|any)\(/.test(draft.textOf(value))) return false;
  draft.replaceNode(present, `signal: ${anyOf(draft.textOf(value), limit.value, mayBeMissing(value))}`);
  return true;
}

/** The signal of spread options, if they have one, together with the limit. */
function merged(options: string, value: string, node: ts.Expression): string {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return value;
  const declaration = ts.isIdentifier(node) ? declarationOf(node.text, node) : undefined;
  const literal = declaration && ts.isVariableDeclaration(declaration) && declaration.initializer && bare(declaration.initializer);
  if (literal && ts.isObjectLiteralExpression(literal) && !findProperty(literal, 'signal')) return value;
  const access = declaration && isOptional(declaration) ? `${options}?.signal` : `${options}.signal`;
  return anyOf(access, value, true);
}

function anyOf(present: string, value: string, optional: boolean): string {
  return optional ? `${present} ? AbortSignal.any([${present}, ${value}]) : ${value}` : `AbortSignal.any([${present}, ${value}])`;
}

function isOptional(declaration: ts.VariableDeclaration | ts.ParameterDeclaration | ts.FunctionDeclaration): boolean {
  return (
    ts.isParameter(declaration) && (declaration.questionToken !== undefined || /\bundefined\b/.test(declaration.type?.getText() ?? ''))
  );
}

function mayBeMissing(value: ts.Expression): boolean {
  if (allBelow(value, (node): node is ts.Node => node.kind === ts.SyntaxKind.QuestionDotToken).length > 0) return true;
  if (!ts.isIdentifier(value)) return false;
  const declaration = declarationOf(value.text, value);
  if (!declaration) return false;
  if (ts.isParameter(declaration) && !ts.isIdentifier(declaration.name)) return true;
  return isOptional(declaration);
}

/** An options literal that only this call sees: declared in the same block, so that no clock is shared between calls. */
function ownLiteral(name: ts.Identifier, call: ts.Node): ts.ObjectLiteralExpression | undefined {
  const declaration = declarationOf(name.text, call);
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const literal = bare(declaration.initializer);
  if (!ts.isObjectLiteralExpression(literal)) return undefined;
  const isScope = (node: ts.Node): node is ts.Node => isFunctionNode(node) || ts.isIterationStatement(node, false) || ts.isSourceFile(node);
  return !ts.isSourceFile(ancestor(declaration, isScope)!) && ancestor(declaration, isScope) === ancestor(call, isScope)
    ? literal
    : undefined;
}

/** Options that come from elsewhere are spread, and keep their own signal. */
function spreadOver(draft: Draft, options: ts.Expression, argument: ts.Expression, limit: Limit): boolean {
  if (!ts.isIdentifier(options) && !ts.isPropertyAccessExpression(options)) return false;
  const name = draft.textOf(options);
  const declaration = ts.isIdentifier(options) ? declarationOf(options.text, options) : undefined;
  const spread = `...${name}`;
  if (limit.option !== 'signal') {
    draft.replaceNode(argument, `{ ${limit.option}: ${limit.value}, ${spread} }`);
    return true;
  }
  draft.replaceNode(argument, `{ ${spread}, signal: ${merged(name, limit.value, options)} }`);
  return declaration !== undefined || ts.isPropertyAccessExpression(options);
}
