import { ts } from 'ts-morph';
import type { LogCall } from '../../model/facts';
import type { LogRole } from '../../model/library';
import { bare } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { callsLogger } from '../catchBody';
import { loggedValues } from '../loggedValues';
import { isBrowserCode, isEdgeCode, isOneOff, isServerCode, readsServerSettings } from '../serverCode';

/** Lines that server code writes to a log, and what in them looks personal or secret. */
export function recogniseLogCalls(analysis: FileAnalysis): LogCall[] {
  const { role, side } = analysis.context;
  if (role !== 'source' || side === 'client') return [];
  // What a tool tells the person who runs it is no log.
  if ((command.test(analysis.innerPath) && analysis.entries.size === 0) || isOneOff(analysis)) return [];
  const facts: LogCall[] = [];
  for (const site of analysis.sites) {
    const log =
      site.role?.log ??
      (site.role === undefined && callsLogger(analysis, site.node) && !trail.test(analysis.label(site.node.expression))
        ? named
        : undefined);
    if (log) facts.push(callOf(analysis, site, log));
    else {
      const handed = handedToLog(analysis, site);
      if (handed) facts.push(handed);
    }
  }
  if (facts.length === 0 || isBrowserCode(analysis) || !(isServerCode(analysis) || (side === 'unknown' && readsServerSettings(analysis))))
    return [];
  return isEdgeCode(analysis) ? facts.map((fact) => ({ ...fact, edge: true as const })) : facts;
}

const command = /(^|\/)(cli|commands|tools)\//;
/** Trails of who did what are kept on purpose, for other readers. */
const trail = /audit|activity/i;

/** A method of something that is called a logger. */
const named: LogRole = { level: '', style: 'message-first' };

function callOf(analysis: FileAnalysis, site: CallSite, log: LogRole): LogCall {
  const { node } = site;
  const args = node.arguments ?? [];
  const by = log === named ? 'named' : log.tracker ? 'tracker' : log.style === 'console' ? 'console' : 'logger';
  const callee = bare(node.expression);
  const level = log.level || (ts.isPropertyAccessExpression(callee) ? callee.name.text.replace(/^log$/, 'info') : 'info');
  const sensitive = args.length > 0 ? loggedValues(analysis, written(args, log)) : [];
  const redacts =
    log.redacts ??
    (log === named && sensitive.length > 0 && analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref)?.masks
      ? 'some'
      : undefined);
  return {
    ...analysis.base(node),
    kind: 'logCall',
    library: site.role?.library ?? '',
    level,
    label: analysis.label(node.expression, 50),
    by,
    structured: by !== 'console' && args.some((argument) => ts.isObjectLiteralExpression(bare(argument))),
    sensitive,
    ...(redacts ? { redacts } : {}),
    ...(sensitive.length > 0 && isForDevelopers(node, analysis.source) ? { forDevelopers: true } : {}),
  };
}

/** What a call hands to a function of this file that writes it to the log under a name that tells nothing: `debug(password)`. */
function handedToLog(analysis: FileAnalysis, site: CallSite): LogCall | undefined {
  const { node } = site;
  if (
    site.role !== undefined ||
    !ts.isIdentifier(node.expression) ||
    !node.arguments?.some((argument) => !ts.isStringLiteralLike(argument))
  )
    return undefined;
  const fn = analysis.resolver.functionOf(node.expression)?.local;
  if (!fn || fn.calls.length === 0) return undefined;
  for (const call of fn.calls) {
    const inner = analysis.site(call);
    const log = inner?.role?.log;
    if (!inner || !log || isForDevelopers(call, analysis.source)) continue;
    const handed = node.arguments.filter((_, index) =>
      (call.arguments ?? []).some((argument) => isParameter(analysis, argument, fn, index)),
    );
    const sensitive = handed.length > 0 ? loggedValues(analysis, handed) : [];
    if (sensitive.length > 0)
      return {
        ...callOf(analysis, inner, log),
        ...analysis.base(node),
        label: analysis.label(node.expression, 50),
        sensitive,
        ...(isForDevelopers(node, analysis.source) ? { forDevelopers: true as const } : {}),
      };
  }
  return undefined;
}

/** Is the expression the parameter with this index, or one of the rest, under a name that does not say what is in it? */
function isParameter(analysis: FileAnalysis, expression: ts.Expression, fn: FunctionInfo, index: number): boolean {
  const value = bare(ts.isSpreadElement(expression) ? expression.expression : expression);
  const found = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  if (found?.kind !== 'parameter' || found.fn !== fn.node || found.steps.length > 0) return false;
  return (
    (found.index === index || (found.node.dotDotDotToken !== undefined && index >= found.index)) &&
    loggedValues(analysis, [value]).length === 0
  );
}

/** The arguments that end up in the log: pino writes those behind the message only where the message has a place for them. */
function written(args: ts.NodeArray<ts.Expression> | readonly ts.Expression[], { dropsRest }: LogRole): readonly ts.Expression[] {
  if (!dropsRest) return args;
  const at = args.findIndex((argument) => ts.isStringLiteralLike(bare(argument)) || ts.isTemplateExpression(bare(argument)));
  if (at === -1) return args;
  const places = args[at]!.getText().match(/%[sdifjoOc]/g)?.length ?? 0;
  return args.slice(0, at + 1 + places);
}

const forDevelopers =
  /NODE_ENV|APP_ENV|VERCEL_ENV|\bis_?Dev|\bisLocal|__DEV__|\bDEV\b|\bDEBUG\b|\bdebug\b|\bverbose\b|isTest|isProd|Production/i;
/** As a constant; `pattern.test(text)` is a method. */
const forTests = /\bTESTS?\b/;

/** Does it stand behind a condition that asks for development or for a mode for finding faults? */
function isForDevelopers(node: ts.Node, source: ts.SourceFile): boolean {
  for (let child: ts.Node = node, parent = node.parent; parent && !ts.isSourceFile(parent); child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) && parent.expression !== child && asksForDevelopers(parent.expression, source)) return true;
    if (ts.isConditionalExpression(parent) && parent.condition !== child && asksForDevelopers(parent.condition, source)) return true;
    if (ts.isBinaryExpression(parent) && parent.right === child && asksForDevelopers(parent.left, source)) return true;
  }
  return false;
}

function asksForDevelopers(condition: ts.Expression, source: ts.SourceFile): boolean {
  const text = condition.getText(source);
  return forDevelopers.test(text) || forTests.test(text);
}
