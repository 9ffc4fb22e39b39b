import { ts } from 'ts-morph';
import type { CatchFact } from '../model/facts';
import { boundNames, mentions } from '../syntax/flow';
import { bare, constantString, propertyOf } from '../syntax/nodes';
import { fileRefOf } from '../syntax/accessPaths';
import type { CallSite, FileAnalysis } from './analysis';
import { isEmptyDefault, isNothing, isSentence, saysFailure, tellsFailure } from './failureValues';
import { errorLeaks } from './recognise/errorLeaks';
import { replyStatus } from './replies';

/** What becomes of a failure in the body of a catch clause or callback. */
export type Aftermath = Pick<CatchFact, 'logs' | 'logsOf' | 'logLevel' | 'rethrows' | 'forwards' | 'replies' | 'returns'>;

const logMethod =
  /^(error|warn|warning|info|log|debug|trace|fatal|critical|exception|captureException|captureError|captureMessage|recordException|reportError|notify)$/;
const logReceiver =
  /(^|\.)_?(console|log|logger|logging|sentry|rollbar|bugsnag|winston|pino|tracer|span|telemetry|monitor(ing)?|reporter|errorTracker|\w*log(ger)?)$/i;
const logFunction =
  /^(log|logger|report|capture|track|record)(\w*(error|exception|failure|event|message|warning|warn|issue|message))?$|^(handle|on)\w*(error|exception|failure)$|^\w*(log|report)(error|exception|failure|warning|event|info|debug)$|^log[A-Z]\w*$/i;

/** Is it a method of a logger, by its name and by what it is called on: `request.log.warn`? */
export function callsLogger(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): boolean {
  const callee = bare(node.expression);
  return (
    ts.isPropertyAccessExpression(callee) &&
    logMethod.test(callee.name.text) &&
    logReceiver.test(callee.expression.getText(analysis.source).replace(/[!?()]/g, ''))
  );
}

/** Asks whether the caller has gone meanwhile, so that the failure is their doing. */
const gone = /\.aborted\b/;
const noNames: ReadonlySet<string> = new Set();
/** Calls that tidy up and tell nobody anything. */
const tidying =
  /^(rollback|abortTransaction|endSession|release|close|clearTimeout|clearInterval|set(Is)?(Loading|Submitting|Saving|Pending|Busy|Uploading|Processing|Fetching|Deleting|Sending|Refreshing)\w*)$/;

/** Judges a body: a block, or the expression of an arrow function. `binding` is the name of the caught value. */
export function aftermathOf(analysis: FileAnalysis, body: ts.Block | ts.Expression, binding: string | undefined): Aftermath {
  const judge = new Judge(analysis, binding);
  if (ts.isBlock(body)) judge.statements(body.statements);
  else judge.returned(body);
  return judge.result;
}

/** The same of statements that run one after the other, where nothing was caught. */
export function aftermathOfAll(analysis: FileAnalysis, statements: readonly ts.Statement[]): Aftermath {
  const judge = new Judge(analysis, undefined);
  judge.statements(statements);
  return judge.result;
}

class Judge {
  readonly result: Aftermath = { logs: 'no', rethrows: false, forwards: false, returns: 'nothing' };
  /** What is caught, and what is made of it on the way. */
  private readonly names: Set<string>;

  constructor(
    private readonly analysis: FileAnalysis,
    binding: string | undefined,
  ) {
    this.names = new Set(binding === undefined ? [] : [binding]);
  }

  statements(statements: readonly ts.Statement[]): void {
    for (const statement of statements) this.statement(statement);
  }

  private statement(node: ts.Statement): void {
    if (ts.isBlock(node)) this.statements(node.statements);
    else if (ts.isIfStatement(node)) {
      if ((this.names.size > 0 && mentions(node.expression, this.names)) || gone.test(node.expression.getText(this.analysis.source)))
        this.expected(node.thenStatement);
      else this.statement(node.thenStatement);
      if (node.elseStatement) this.statement(node.elseStatement);
    } else if (ts.isTryStatement(node)) {
      this.statement(node.tryBlock);
      if (node.finallyBlock) this.statement(node.finallyBlock);
    } else if (ts.isSwitchStatement(node)) for (const clause of node.caseBlock.clauses) this.statements(clause.statements);
    else if (ts.isThrowStatement(node)) this.result.rethrows = true;
    else if (ts.isReturnStatement(node)) {
      if (node.expression) this.returned(node.expression);
    } else if (ts.isExpressionStatement(node)) this.expression(node.expression);
    else if (ts.isVariableStatement(node)) {
      for (const { name, initializer } of node.declarationList.declarations) {
        if (!initializer) continue;
        this.logsWithin(initializer);
        if (this.names.size > 0 && mentions(initializer, this.names)) for (const bound of boundNames(name)) this.names.add(bound);
      }
    } else if (ts.isForOfStatement(node) || ts.isForStatement(node) || ts.isWhileStatement(node)) this.statement(node.statement);
  }

  /** What is done for one kind of failure that is looked for; success is the right answer to some, and says nothing of the others. */
  private expected(node: ts.Statement): void {
    const { result } = this;
    const { replies, returns } = result;
    this.statement(node);
    if (result.replies?.success && !replies?.success) {
      if (replies) result.replies = replies;
      else delete result.replies;
    }
    if (result.returns === 'success') result.returns = returns;
  }

  private expression(node: ts.Expression): void {
    const value = bare(node);
    if (ts.isVoidExpression(value)) return this.expression(value.expression);
    if (ts.isConditionalExpression(value)) {
      this.expression(value.whenTrue);
      return this.expression(value.whenFalse);
    }
    if (ts.isCallExpression(value)) return this.call(value);
    if (ts.isBinaryExpression(value)) {
      if (value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return this.expression(value.right);
      return this.assignment(value);
    }
    if (ts.isPostfixUnaryExpression(value) || ts.isPrefixUnaryExpression(value)) this.result.forwards = true;
  }

  /** State that tells of the failure passes it on; an empty value in its place hides it. */
  private assignment(node: ts.BinaryExpression): void {
    // A number is the status of an answer, which is seen at the answer itself; a word is the state of something.
    if (
      ts.isPropertyAccessExpression(node.left) &&
      /^(status|statusCode)$/.test(node.left.name.text) &&
      !ts.isStringLiteralLike(bare(node.right))
    ) {
      const status = Number(bare(node.right).getText(this.analysis.source));
      if (status >= 400) this.result.replies ??= { status, span: this.analysis.span(node), success: false };
      return;
    }
    if (isNothing(bare(node.right))) {
      if (this.result.returns === 'nothing') this.result.returns = 'default';
    } else this.result.forwards = true;
  }

  private call(node: ts.CallExpression): void {
    const { analysis, result } = this;
    const site = analysis.site(node);
    if (this.logs(node, site)) return;
    const role = site?.role;
    if (role?.reply) return this.reply(site!);
    if (role?.leaves) {
      result.rethrows = true;
      return;
    }
    const name = calleeName(node);
    if (tidying.test(name) || /^\s*rollback/i.test(constantString(node.arguments[0]) ?? '')) return;
    const summary = analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref ?? fileRefOf(site?.callee));
    if (summary?.logs) this.logged('logger');
    if (summary?.throws) result.rethrows = true;
    // `res.status(500)` alone, or a chain that ends in an answer, is seen at the answer itself.
    const callee = bare(node.expression);
    if (ts.isPropertyAccessExpression(callee) && /^(status|code|setHeader|header|type)$/.test(callee.name.text)) return;
    result.forwards = true;
  }

  /** Does the call write the failure down? Then it is noted, and nothing more is to be said of the call. */
  private logs(node: ts.CallExpression, site: CallSite | undefined): boolean {
    const log = site?.role?.log;
    if (log) {
      this.logged(log.tracker ? 'tracker' : log.style === 'console' ? 'console' : 'logger', log.level, log.ofServer && site.role!.library);
      return true;
    }
    const name = calleeName(node);
    if (callsLogger(this.analysis, node)) {
      this.logged('logger', name);
      return true;
    }
    if (logFunction.test(name) && site?.role === undefined) {
      this.logged('logger', /warn/i.test(name) ? 'warn' : 'error');
      return !mentionsReply(node);
    }
    return false;
  }

  private logged(by: Exclude<CatchFact['logs'], 'no'>, level = 'error', library?: string): void {
    const order = ['no', 'console', 'logger', 'tracker'];
    const { result } = this;
    if (library !== undefined && result.logs === 'no') result.logsOf = library;
    else if (library !== result.logsOf) delete result.logsOf;
    if (order.indexOf(by) > order.indexOf(result.logs)) result.logs = by;
    const grade = /warn/.test(level) ? 'warn' : /info|log|debug|trace/.test(level) ? 'info' : 'error';
    const rank = { info: 0, warn: 1, error: 2 };
    if (result.logLevel === undefined || rank[grade] > rank[result.logLevel]) result.logLevel = grade;
  }

  private logsWithin(node: ts.Expression): void {
    const value = bare(node);
    if (!ts.isCallExpression(value)) return;
    const summary = this.analysis.summaryOf(this.analysis.resolver.functionOf(value.expression)?.ref);
    if (summary?.logs) this.logged('logger');
    else this.logs(value, this.analysis.site(value));
  }

  private reply(site: CallSite): void {
    const status = replyStatus(this.analysis, site);
    const { reply } = site.role!;
    const span = this.analysis.span(site.node);
    const body = reply!.body === 'none' ? undefined : site.node.arguments?.[reply!.body];
    // Whoever is sent elsewhere is told there what happened.
    const isElsewhere = reply!.format === 'redirect' || (typeof status === 'number' && status >= 300 && status < 400);
    // The name of a page says it too: `res.render('error/500')`.
    const tells =
      tellsFailure(this.analysis, body, this.names) ||
      (reply!.format === 'html' && site.node.arguments?.some((argument) => ts.isStringLiteralLike(argument) && saysFailure(argument.text)));
    const success = typeof status === 'number' && status < 400 && !isElsewhere && !tells;
    const leaks = errorLeaks(this.analysis).some((leak) => leak.span.start === span.start && !leak.narrowed);
    const old = this.result.replies;
    if (old && (old.success || (old.status ?? 0) >= 500) && !success) return;
    this.result.replies = { ...(typeof status === 'number' ? { status } : {}), span, success, leaks };
  }

  returned(node: ts.Expression): void {
    const { result } = this;
    const value = bare(node);
    if (ts.isVoidExpression(value)) return this.expression(value.expression);
    if (ts.isConditionalExpression(value)) {
      this.returned(value.whenTrue);
      return this.returned(value.whenFalse);
    }
    if (ts.isCallExpression(value) || ts.isNewExpression(value)) {
      const site = this.analysis.site(value);
      if (site?.role?.reply) return this.reply(site);
      if (ts.isCallExpression(value)) {
        if (calleeName(value) === 'reject') result.rethrows = true;
        else this.call(value);
      } else if (mentions(value, this.names)) result.forwards = true;
      if (result.returns === 'nothing') result.returns = 'other';
      return;
    }
    result.returns = this.kindOf(value);
    // `{ success: true, profileError: error.message }`: one part of the work has failed, and is told.
    if (result.returns === 'success' && mentions(value, this.names)) result.returns = 'error-result';
    // Whoever gets a value that is made of the error learns of the failure.
    if (result.returns === 'other' && mentions(value, this.names)) result.forwards = true;
  }

  private kindOf(value: ts.Expression): Aftermath['returns'] {
    if (value.kind === ts.SyntaxKind.TrueKeyword) return 'other';
    // "No" is an answer that callers look at.
    if (value.kind === ts.SyntaxKind.FalseKeyword) return 'error-result';
    if (ts.isStringLiteralLike(value) && isSentence(value.text)) return 'other';
    if (isEmptyDefault(value)) return 'default';
    if (tellsFailure(this.analysis, value, noNames)) return 'error-result';
    if (ts.isObjectLiteralExpression(value)) {
      for (const name of ['success', 'ok']) {
        const flag = propertyOf(value, name);
        if (flag && flag.kind === ts.SyntaxKind.TrueKeyword) return 'success';
      }
      return value.properties.every((property) => ts.isPropertyAssignment(property) && isEmptyDefault(bare(property.initializer)))
        ? 'default'
        : 'other';
    }
    if (ts.isIdentifier(value) && /default|fallback|empty|initial/i.test(value.text)) return 'default';
    return 'other';
  }
}

function calleeName(node: ts.CallExpression): string {
  const callee = bare(node.expression);
  return ts.isIdentifier(callee) ? callee.text : ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
}

/** A function that is handed the response does more than write something down. */
function mentionsReply(node: ts.CallExpression): boolean {
  return node.arguments.some((argument) => ts.isIdentifier(argument) && /^(res|response|reply|c|ctx|next)$/.test(argument.text));
}
