import { ts } from 'ts-morph';
import type { Library } from '../../src/model/library';
import { parseSource } from './imports';

/** Fields of a rule or check in the order in which they are written. Listeners follow in the order of `needs`. */
const head = [
  'id',
  'dimension',
  'title',
  'severity',
  'confidence',
  'fixKinds',
  'cwe',
  'owasp',
  'since',
  'maturity',
  'messages',
  'needs',
  'supersedes',
  'follows',
  'passTitle',
];

/** Beyond this, ask which concept is missing below. */
const lineLimit = 200;

/** Names of libraries that are also plain words of English or of every backend; only whole texts are compared with them. */
const plainWords = new Set([
  'mail',
  'next',
  'web',
  'got',
  'ws',
  'pg',
  'node',
  'request',
  'cors',
  'express',
  'helmet',
  'passport',
  'node-events',
  'fetch',
  'postgres',
  'resend',
  'hono',
  'knex',
  'ky',
]);

/** The object that a definition file hands to `defineRule` or `defineCheck`; undefined when there is none. */
export function definitionObject(source: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  const statement = source.statements.find((candidate): candidate is ts.ExportAssignment => ts.isExportAssignment(candidate));
  if (!statement || !ts.isCallExpression(statement.expression)) return undefined;
  const {
    expression: callee,
    arguments: [argument],
  } = statement.expression;
  const isDefinition = ts.isIdentifier(callee) && /^define(Rule|Check)$/.test(callee.text);
  return isDefinition && argument && ts.isObjectLiteralExpression(argument) ? argument : undefined;
}

function keysOf(object: ts.ObjectLiteralExpression): string[] {
  return object.properties.map((property) => property.name?.getText() ?? property.getText());
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

/** What is wrong with the shape of a rule or check file, one sentence each. */
export function shapeProblems(file: string, text: string): string[] {
  const source = parseSource(file, text);
  const object = definitionObject(source);
  if (!object) return [`${file} does not export default defineRule({…}) or defineCheck({…})`];
  const keys = keysOf(object);
  const problems: string[] = [];
  const known = keys.filter((key) => head.includes(key));
  const ordered = [...known].sort((a, b) => head.indexOf(a) - head.indexOf(b));
  if (known.join() !== ordered.join())
    problems.push(`${file}: fields are ordered ${known.join(', ')}; they are to be ${ordered.join(', ')}`);
  const listeners = keys.filter((key) => !head.includes(key));
  const firstListener = keys.findIndex((key) => !head.includes(key));
  if (firstListener >= 0 && firstListener < known.length)
    problems.push(`${file}: ${keys[firstListener]} stands before the last of the fields`);
  const needs = textsOf(valueOf(object, 'needs'));
  const expected = file.startsWith('src/checks/') ? ['run'] : needs;
  if (listeners.join() !== expected.join())
    problems.push(`${file}: it has ${listeners.join(', ') || 'nothing'} where it needs ${expected.join(', ')}`);
  const lines = text.trimEnd().split('\n').length;
  if (lines >= lineLimit) problems.push(`${file} has ${lines} lines; fewer than ${lineLimit} are allowed`);
  return problems;
}

function valueOf(object: ts.ObjectLiteralExpression, key: string): ts.Expression | undefined {
  const property = object.properties.find((candidate) => candidate.name?.getText() === key);
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

function textsOf(array: ts.Expression | undefined): string[] {
  return array && ts.isArrayLiteralExpression(array)
    ? array.elements.filter((element) => ts.isStringLiteralLike(element)).map((element) => element.text)
    : [];
}

/** Libraries that the code of a rule or check names: what it knows of them belongs below. Comments don't count. */
export function namedLibraries(file: string, text: string, libraries: readonly Library[]): string[] {
  const names = new Set(libraries.flatMap(({ id, packages }) => [id, ...packages.map((name) => name.replace(/\/$/, ''))]));
  const words = new Set([...names].filter((name) => !plainWords.has(name)).map((name) => name.toLowerCase()));
  const found = new Set<string>();
  visit(parseSource(file, text), (node) => {
    if (ts.isImportDeclaration(node.parent ?? node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (names.has(node.text) || names.has(node.text.split('#')[0]!)) found.add(node.text);
      else for (const word of node.text.toLowerCase().split(/[^\w@/.-]+/)) if (words.has(word.replace(/[.,:;]+$/, ''))) found.add(word);
    } else if (ts.isIdentifier(node)) {
      for (const word of node.text.split(/(?=[A-Z])|_/)) if (words.has(word.toLowerCase())) found.add(node.text);
    } else if (ts.isRegularExpressionLiteral(node)) {
      for (const word of node.text.toLowerCase().split(/\W+/)) if (words.has(word)) found.add(word);
    }
  });
  return [...found].map((name) => `${file} names ${name}; a rule knows no library by name`);
}
