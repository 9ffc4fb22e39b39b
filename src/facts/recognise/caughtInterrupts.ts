import { ts } from 'ts-morph';
import type { CaughtInterrupt } from '../../model/facts';
import { enclosingTry, following } from '../../syntax/flow';
import { bare, walk } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { failsHere, fateIn, type Fate } from '../caughtInterrupts';
import { interruptsHere } from '../interrupts';
import { replyStatus } from '../replies';
import { isBrowserCode, isOneOff } from '../serverCode';

/** Calls that end the request by an exception which a catch clause around them gets first: of libraries, and of functions of the project where a library at hand does that. */
export function recogniseCaughtInterrupts(analysis: FileAnalysis): CaughtInterrupt[] {
  if (analysis.outline.catches.length === 0 || isOneOff(analysis)) return [];
  const { dependencies } = analysis.context;
  const inBrowser = analysis.context.side === 'client' || isBrowserCode(analysis);
  // What a page calls may run on the server, which sees to it.
  const follows = !inBrowser && (!dependencies || analysis.tables.interrupting.some((name) => name in dependencies));
  const sites = follows ? analysis.sites : analysis.meaningful;
  return sites.flatMap((site) => factOf(analysis, site, inBrowser) ?? []);
}

function factOf(analysis: FileAnalysis, site: CallSite, inBrowser: boolean): CaughtInterrupt | undefined {
  const { node, role } = site;
  const around = enclosingTry(node);
  if (!around) return undefined;
  const through = role ? undefined : analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref);
  const does = role
    ? doesOf(analysis, site)
    : through?.interrupts && failsHere(node, through.isAsync)
      ? through.interrupts.does
      : undefined;
  if (!does) return undefined;
  const answer = does === 'answer' ? answerOf(analysis, site, around.catchClause!) : undefined;
  if (does === 'answer' && !answer) return undefined;
  const exits = does === 'answer' ? [] : exitsOf(analysis, around, does);
  if (exits.some((exit) => isSame(analysis, exit, site, does))) return undefined;
  const clause = around.catchClause!;
  return {
    ...analysis.base(node),
    kind: 'caughtInterrupt',
    library: role?.library ?? through!.interrupts!.library,
    label: analysis.label(node.expression, 40),
    does,
    fate: answer?.fate ?? fateAround(analysis, around),
    ...(answer ? { status: answer.status, instead: answer.instead } : {}),
    ...(through ? { via: true as const } : {}),
    ...(exits.some((exit) => clause.pos <= exit.node.pos && exit.node.end <= clause.end) ? { elsewhere: true as const } : {}),
    ...(inBrowser ? { client: true as const } : {}),
    caughtAt: { start: clause.getStart(analysis.source), end: clause.block.getStart(analysis.source) },
  };
}

function doesOf(analysis: FileAnalysis, site: CallSite): CaughtInterrupt['does'] | undefined {
  const { interrupts, reply, leaves } = site.role!;
  if (!interrupts && !reply?.throws) return undefined;
  if (!interruptsHere(analysis, site)) return undefined;
  if (reply) return 'answer';
  return leaves === 'rethrow' ? undefined : (leaves ?? 'redirect');
}

/** What clauses further out get is what those further in pass on. */
function fateAround(analysis: FileAnalysis, around: ts.TryStatement): Fate {
  for (let outer: ts.TryStatement | undefined = around; outer; outer = enclosingTry(outer)) {
    const fate = fateIn(analysis, outer.catchClause!);
    if (fate !== 'passed') return fate;
  }
  return 'passed';
}

/** Ways to end the request in the clause, and in what always follows the `try`. */
function exitsOf(analysis: FileAnalysis, around: ts.TryStatement, does: CaughtInterrupt['does']): CallSite[] {
  const exits: CallSite[] = [];
  const take = (node: ts.Node): boolean => {
    if (isFunctionNode(node)) return false;
    const site = analysis.site(node);
    if (site?.role ? doesOf(analysis, site) === does : site) exits.push(site!);
    return true;
  };
  walk(around.catchClause!.block, take);
  for (const statement of following(around)) if (ts.isReturnStatement(statement) || isCallAlone(statement)) walk(statement, take);
  return exits.filter(
    (site) => site.role || analysis.summaryOf(analysis.resolver.functionOf(site.node.expression)?.ref)?.interrupts?.does === does,
  );
}

function isCallAlone(statement: ts.Statement): boolean {
  return ts.isThrowStatement(statement) || (ts.isExpressionStatement(statement) && ts.isCallExpression(bare(statement.expression)));
}

/** Whoever is told that there is nothing is told so either way, and a way that leads to the same place is the same. */
function isSame(analysis: FileAnalysis, exit: CallSite, site: CallSite, does: CaughtInterrupt['does']): boolean {
  if (does !== 'redirect') return true;
  const text = ({ node }: CallSite): string => node.getText(analysis.source).replace(/\s+/g, ' ');
  return text(exit) === text(site) || (site.role === undefined && exit.role !== undefined);
}

/** Members of an error that say with which status it is to be answered. */
const telling = /^(?:status|statusCode|getStatus|response|statusMessage|httpStatus|code)$/;
/** Codes of databases and systems, which no answer has. */
const foreignCode = /^['"`](?:P\d{4}|\d{5}|E[A-Z]{3,}|ER_\w+|auth\/[\w-]+|SQLITE_\w+|LIMIT_\w+)['"`]$|^11000$/;
const plainError =
  /^(?:Error|TypeError|SyntaxError|ZodError|z\.ZodError|Prisma\.\w+|Prisma\w*Error|AxiosError|MongoServerError|QueryFailedError)$/;

/** The status of an answer that is thrown, and what the clause answers with in its place: a failure of the server, for whatever it gets. */
function answerOf(
  analysis: FileAnalysis,
  site: CallSite,
  clause: ts.CatchClause,
): { fate: Fate; status: number; instead: number } | undefined {
  const status = replyStatus(analysis, site);
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  const fate = fateAround(analysis, clause.parent);
  const instead: (number | 'computed')[] = [];
  let isAsked = false;
  walk(clause.block, (node) => {
    if (isFunctionNode(node)) return false;
    const inner = analysis.site(node);
    if (inner?.role?.reply && (!inner.role.reply.throws || interruptsHere(analysis, inner))) instead.push(replyStatus(analysis, inner));
    else if (ts.isThrowStatement(node) && node.expression && isPlainError(node.expression)) instead.push(500);
    if (asksStatus(analysis, node)) isAsked = true;
    return true;
  });
  const [last] = instead.slice(-1);
  if (typeof last !== 'number' || last < 500 || instead.includes(status))
    return fate === 'passed' ? { fate, status, instead: status } : undefined;
  return { fate: fate === 'passed' || !isAsked ? fate : 'unknown', status, instead: last };
}

function isPlainError(node: ts.Expression): boolean {
  const value = bare(node);
  return ts.isNewExpression(value) && ts.isIdentifier(value.expression) && value.expression.text === 'Error';
}

/** Is somebody asked what kind of failure it is, in a way that an answer that was thrown may know to answer? */
function asksStatus(analysis: FileAnalysis, node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node) && telling.test(node.name.text)) {
    const compared = ts.isBinaryExpression(node.parent) ? node.parent.right.getText(analysis.source) : '';
    return !(node.name.text === 'code' && foreignCode.test(compared)) && !isReplyChain(analysis, node);
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword)
    return !plainError.test(node.right.getText(analysis.source));
  // `error.name === 'TRPCError'`
  return ts.isPropertyAccessExpression(node) && node.name.text === 'name' && ts.isBinaryExpression(node.parent);
}

/** `res.status(500)`, `reply.code(500)`, `HttpStatus.X`: a member that is called on what answers. */
function isReplyChain(analysis: FileAnalysis, node: ts.PropertyAccessExpression): boolean {
  const { parent } = node;
  return (
    ts.isCallExpression(parent) &&
    parent.expression === node &&
    !/^e(?:rr(?:or)?|x(?:ception)?)?$/.test(node.expression.getText(analysis.source))
  );
}
