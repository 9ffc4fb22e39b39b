import { ts } from 'ts-morph';
import type { Disabled, GuardEvidence } from '../model/facts';
import { exitsBelow, leaves } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** Names that say of a function that it is a guard. */
const guardish =
  /^(require|ensure|assert|check|verify|validate|is|with|authenticate|authorize|protect|use)?_?(current|valid|server)?_?(auth|authed|authn|authz|authentication|authenticated|authorization|authorized|authenticate|authorize|protect|guard|guards|session|user|admin|login|loggedin|role|roles|permission|permissions|token|jwt|access|signedin)(_?(user|admin|token|jwt|guard|middleware|required|check|session|role|auth|request))*$/i;
const note =
  /\b(todo|fixme|hack|temp|temporar(y|ily)|xxx)\b[^\n]*\b(auth(entication|orization)?|login|sign-?in|permission)s?\b|\b(auth(entication|orization)?|login|permission) ?(check|guard|middleware)?s? (is |are )?(disabled|turned off|switched off|skipped|bypassed|removed) (for|until|while|temporarily|during|in) |\b(bypass|skip)(s|ped|ping)? (the )?(auth(entication|orization)?|login|permission)\b[^\n]*\b(for now|demo|temporar|testing)/i;

interface Comment {
  start: number;
  end: number;
  name: string;
  how: Extract<Disabled, 'comment' | 'note'>;
}

const known = new WeakMap<FileAnalysis, readonly Comment[]>();

const speaking = /\/[/*][^\n]*(?:auth|guard|session|user|admin|login|role|permission|token|jwt|protect)/i;

/** Comments of a file that hold a guard as code, or say that one is left out. Most files have none, which a look at the text tells. */
function commentsOf(analysis: FileAnalysis): readonly Comment[] {
  let found = known.get(analysis);
  if (!found) {
    found = analysis.mayHold(speaking) ? scan(analysis.source.text) : [];
    known.set(analysis, found);
  }
  return found;
}

function scan(text: string): Comment[] {
  const comments: Comment[] = [];
  // Strings and templates are passed over; a slash that starts a regular expression with a quote in it is rare enough.
  const pattern = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole] = match;
    if (!whole.startsWith('//') && !whole.startsWith('/*')) continue;
    if (whole.startsWith('/**')) continue;
    const inner = whole.startsWith('//') ? whole.slice(2) : whole.slice(2, -2);
    const name = guardIn(inner);
    if (name !== undefined) comments.push({ start: match.index, end: match.index + whole.trimEnd().length, name, how: 'comment' });
    else if (note.test(inner) && !/\?\s*$/.test(inner))
      comments.push({ start: match.index, end: match.index + whole.trimEnd().length, name: inner.trim().slice(0, 60), how: 'note' });
  }
  return comments;
}

/** The guard that a comment holds as code: `requireAuth,`, `await requireUser();`, `if (!session) return …`, `@UseGuards(AuthGuard)`. */
function guardIn(comment: string): string | undefined {
  const code = comment.trim().replace(/^\*\s*/, '');
  const decorator = /^@UseGuards\(\s*([\w.]+)/.exec(code);
  if (decorator) return decorator[1];
  // In a chain: names between commas, with or without arguments.
  const element = /^,?\s*([A-Za-z_$][\w$.]*)(\([^()]*\))?\s*,$/.exec(code) ?? /^,\s*([A-Za-z_$][\w$.]*)(\([^()]*\))?$/.exec(code);
  if (element) return isGuardish(element[1]!) ? element[1] : undefined;
  const statement =
    /^(?:(?:const|let|var)\s+[\w{}\s,:$]+=\s*)?(?:return\s+)?(?:if\s*\(\s*!?\s*\(?\s*)?(?:await\s+)?([A-Za-z_$][\w$.]*)\(.*\)\s*(?:;|\{|\)|return\b.*|throw\b.*)?\s*$/m.exec(
      code.split('\n').find((line) => line.includes('(')) ?? '',
    );
  if (statement && isGuardish(statement[1]!) && /[;{]|\)\s*$/.test(code) && /await|^\w+\(|=|if\s*\(|return/.test(code)) return statement[1];
  return undefined;
}

function isGuardish(name: string): boolean {
  return guardish.test(name.slice(name.lastIndexOf('.') + 1)) && !/^(console|use(State|Effect|Session|User|Auth))/.test(name);
}

/** Guards of a function that stand in it as comments. */
export function commentedGuards(analysis: FileAnalysis, fn: FunctionInfo): GuardEvidence[] {
  const { body } = fn.node;
  if (!body) return [];
  return commentsOf(analysis).flatMap((comment) =>
    body.pos <= comment.start && comment.end <= body.end && innermost(fn, comment.start) === fn ? [evidenceOf(analysis, comment)] : [],
  );
}

/** A whole method that is a comment has its guard to itself: `// async revoke(`, `// create(@Body() body: Order) {`. */
const startsMethod = /^\s*\/\/\s*(?:(?:public|private|protected|static|async)\s+)*[A-Za-z_$][\w$]*\s*\((?:.*\{)?\s*$/m;

/** Guards that stand as comments among the arguments of a registration, outside of its handlers, or among decorators. */
export function commentedBeside(analysis: FileAnalysis, node: ts.Node, end = node.end): GuardEvidence[] {
  const start = node.getFullStart();
  return commentsOf(analysis).flatMap((comment) => {
    if (comment.start < start || comment.end > end || comment.how === 'note') return [];
    if (startsMethod.test(analysis.source.text.slice(comment.end, node.getStart(analysis.source)))) return [];
    const inHandler = analysis.outline.functions.some(
      ({ node: { body, pos } }) => body !== undefined && pos >= start && body.getStart() <= comment.start && comment.end <= body.end,
    );
    return inHandler ? [] : [evidenceOf(analysis, comment)];
  });
}

function innermost(fn: FunctionInfo, at: number): FunctionInfo {
  const inner = fn.nested.find(({ node }) => node.pos <= at && at < node.end && node.body !== undefined && node.body.getStart() <= at);
  // A callback that runs as part of the function is the function's.
  return inner && !ts.isCallExpression(inner.node.parent) ? innermost(inner, at) : fn;
}

function evidenceOf(analysis: FileAnalysis, { start, end, name, how }: Comment): GuardEvidence {
  return {
    kind: 'authentication',
    level: 'NONE',
    name,
    span: { start, end },
    disabled: { how, known: how === 'comment' && isNamed(analysis, name) },
  };
}

/** Does the code of the file still import or declare what the comment names? */
function isNamed(analysis: FileAnalysis, name: string): boolean {
  const root = name.split('.')[0]!;
  const declaration = analysis.resolver.declarations.tableOf(analysis.source)?.get(root);
  return declaration !== undefined || analysis.outline.functions.some((fn) => fn.name === root);
}

/** Why code never runs, or never refuses anybody: its condition is `false`, or everybody has left before it. */
export function deadness(analysis: FileAnalysis, condition: ts.Node, node: ts.Node): Disabled | undefined {
  if (ts.isExpression(condition) && neverHolds(analysis, condition)) return 'never';
  for (let child: ts.Node = node, { parent } = node; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) && parent.thenStatement === child && neverHolds(analysis, parent.expression)) return 'never';
    if (!ts.isBlock(parent)) continue;
    for (const statement of parent.statements.slice(0, parent.statements.indexOf(child as ts.Statement))) {
      if (letsIn(statement)) return 'unreachable';
      if (
        ts.isIfStatement(statement) &&
        leaves(statement.thenStatement) &&
        alwaysHolds(analysis, statement.expression) &&
        exitsBelow(statement.thenStatement).some(letsIn)
      )
        return 'unreachable';
    }
  }
  return undefined;
}

/** Does a statement let everybody in: `return next()`, `return true`? An endpoint that answers at once is switched off as a whole. */
function letsIn(statement: ts.Statement): boolean {
  if (!ts.isReturnStatement(statement) || !statement.expression) return false;
  const value = bare(statement.expression);
  return (
    value.kind === ts.SyntaxKind.TrueKeyword ||
    (ts.isCallExpression(value) && value.arguments.length === 0 && /(^|\.)next$/i.test(value.expression.getText()))
  );
}

function constant(analysis: FileAnalysis, node: ts.Expression): boolean | undefined {
  const value = bare(node);
  if (value.kind === ts.SyntaxKind.FalseKeyword || (ts.isNumericLiteral(value) && Number(value.text) === 0)) return false;
  if (value.kind === ts.SyntaxKind.TrueKeyword || (ts.isNumericLiteral(value) && Number(value.text) !== 0)) return true;
  if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken) {
    const inner = constant(analysis, value.operand);
    return inner === undefined ? undefined : !inner;
  }
  if (!ts.isIdentifier(value)) return undefined;
  const declaration = analysis.resolver.declarations.find(value);
  if (declaration?.kind !== 'variable' || !declaration.constant || declaration.steps.length > 0 || !declaration.node.initializer)
    return undefined;
  const { initializer } = declaration.node;
  return initializer.kind === ts.SyntaxKind.FalseKeyword ? false : initializer.kind === ts.SyntaxKind.TrueKeyword ? true : undefined;
}

function neverHolds(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = bare(node);
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return neverHolds(analysis, value.left) || neverHolds(analysis, value.right);
  return constant(analysis, value) === false;
}

function alwaysHolds(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = bare(node);
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.BarBarToken)
    return alwaysHolds(analysis, value.left) || alwaysHolds(analysis, value.right);
  return constant(analysis, value) === true;
}
