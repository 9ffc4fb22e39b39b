import { ts } from 'ts-morph';
import type { Span } from '../model/finding';
import { boundNames, enclosingTry, following, leaves, mentions } from '../syntax/flow';
import { bare, walk, whole } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { changes } from './effects';
import type { Candidate } from './guardCandidates';
import { refusesIn } from './refusals';

type GoesOn = { how: 'goes-on'; answer?: Span };

/**
 * Does a function answer whom it refuses and then go on all the same, `if (!user) { res.status(401).end(); } await remove();`?
 * `answer` is what a return is missing behind. Only what is certain to run counts, and only changes and the next element of a
 * chain: what is read goes nowhere any more.
 */
export function unstopped(analysis: FileAnalysis, refusing: ts.Statement, branch: ts.Statement, fn: FunctionInfo): GoesOn | undefined {
  const statements = ts.isBlock(branch) ? branch.statements : [branch];
  // A refusal under another condition may stop by itself.
  const answers = statements.some((statement) => ts.isExpressionStatement(statement) && refusesIn(analysis, statement, fn));
  return answers && !leaves(branch) && goesOn(analysis, refusing, branch)
    ? { how: 'goes-on', answer: analysis.span(statements.at(-1)!) }
    : undefined;
}

function goesOn(analysis: FileAnalysis, refusing: ts.Statement, branch: ts.Statement): boolean {
  const flags = assignedIn(branch);
  for (const statement of following(refusing)) {
    if (ts.isIfStatement(statement) && leaves(statement.thenStatement) && tellsAnswered(statement.expression, flags)) return false;
    if (takesEffect(analysis, statement)) return true;
    if (leaves(statement)) return false;
  }
  return false;
}

/** The same for a check that refuses by itself, which no return can mend, or where what it throws is caught. */
export function unstoppedAfter(analysis: FileAnalysis, { node: call, fails }: Candidate, fn: FunctionInfo): GoesOn | undefined {
  const attempt = fails === 'replies' ? undefined : enclosingTry(call);
  if (attempt?.catchClause) {
    const { block } = attempt.catchClause;
    return refusesIn(analysis, block, fn) ? unstopped(analysis, attempt, block, fn) : undefined;
  }
  const statement = ts.isExpression(call) ? whole(call).parent : undefined;
  if (!statement || !ts.isExpressionStatement(statement) || !ts.isCallExpression(call)) return undefined;
  // What goes on may have been handed to it.
  const isHanded = call.arguments.some((argument) => isFunctionNode(bare(argument)) || isNext(analysis, argument));
  return !isHanded && goesOn(analysis, statement, statement) ? { how: 'goes-on' } : undefined;
}

const answered = /\b(?:headersSent|writableEnded|finished|sent|ended|replied|responded)\b/i;

function tellsAnswered(condition: ts.Expression, flags: ReadonlySet<string>): boolean {
  return mentions(condition, flags) || answered.test(condition.getText());
}

/** Names that a branch gives other values, and those of members of them. */
function assignedIn(branch: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(branch, (node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      let target = bare(node.left);
      while (ts.isPropertyAccessExpression(target)) target = bare(target.expression);
      if (ts.isIdentifier(target)) names.add(target.text);
    } else if (ts.isVariableDeclaration(node)) for (const name of boundNames(node.name)) names.add(name);
    return !isFunctionNode(node);
  });
  return names;
}

/** Does a statement change something, or hand the request on, whatever the circumstances? */
function takesEffect(analysis: FileAnalysis, statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) return statement.statements.some((inner) => takesEffect(analysis, inner));
  if (ts.isTryStatement(statement)) return takesEffect(analysis, statement.tryBlock);
  if (!ts.isExpressionStatement(statement) && !ts.isVariableStatement(statement) && !ts.isReturnStatement(statement)) return false;
  let found = false;
  walk(statement, (node) => {
    if (found || isFunctionNode(node) || ts.isConditionalExpression(node)) return false;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const site = analysis.site(node);
      found = (isNext(analysis, node.expression) && (node.arguments?.length ?? 0) === 0) || (site !== undefined && changes(analysis, site));
    }
    return !found;
  });
  return found;
}

/** The next element of a chain that goes on whatever was answered. Frameworks that end chains with the answer have no such value. */
function isNext(analysis: FileAnalysis, value: ts.Expression): boolean {
  return analysis.resolver.pathOf(bare(value))?.endsWith('#next') ?? false;
}
