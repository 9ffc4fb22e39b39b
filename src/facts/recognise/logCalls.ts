import { ts } from 'ts-morph';
import type { LogCall } from '../../model/facts';
import type { LogRole } from '../../model/library';
import { bare } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { callsLogger } from '../catchBody';
import { loggedValues } from '../loggedValues';
import { isBrowserCode, isEdgeCode, isServerCode, readsServerSettings } from '../serverCode';

/** Lines that server code writes to a log, and what in them looks personal or secret. */
export function recogniseLogCalls(analysis: FileAnalysis): LogCall[] {
  const { role, side } = analysis.context;
  if (role !== 'source' || side === 'client') return [];
  // What a tool tells the person who runs it is no log.
  if (command.test(analysis.innerPath) && analysis.entries.size === 0) return [];
  const facts: LogCall[] = [];
  for (const site of analysis.sites) {
    const log = site.role?.log ?? (site.role === undefined && callsLogger(analysis, site.node) && !trail.test(analysis.label(site.node.expression)) ? named : undefined);
    if (log) facts.push(callOf(analysis, site, log));
  }
  if (facts.length === 0 || isBrowserCode(analysis) || !(isServerCode(analysis) || (side === 'unknown' && readsServerSettings(analysis)))) return [];
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
  const redacts = log.redacts ?? (log === named && sensitive.length > 0 && analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref)?.masks ? 'some' : undefined);
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

/** The arguments that end up in the log: pino writes those behind the message only where the message has a place for them. */
function written(args: ts.NodeArray<ts.Expression> | readonly ts.Expression[], { dropsRest }: LogRole): readonly ts.Expression[] {
  if (!dropsRest) return args;
  const at = args.findIndex((argument) => ts.isStringLiteralLike(bare(argument)) || ts.isTemplateExpression(bare(argument)));
  if (at === -1) return args;
  const places = args[at]!.getText().match(/%[sdifjoOc]/g)?.length ?? 0;
  return args.slice(0, at + 1 + places);
}

const forDevelopers = /NODE_ENV|APP_ENV|VERCEL_ENV|\bis_?Dev|\bisLocal|__DEV__|\bDEV\b|\bDEBUG\b|\bdebug\b|\bverbose\b|isTest|isProd|Production/i;

/** Does it stand behind a condition that asks for development or for a mode for finding faults? */
function isForDevelopers(node: ts.Node, source: ts.SourceFile): boolean {
  for (let child: ts.Node = node, parent = node.parent; parent && !ts.isSourceFile(parent); child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) && parent.expression !== child && forDevelopers.test(parent.expression.getText(source))) return true;
    if (ts.isConditionalExpression(parent) && parent.condition !== child && forDevelopers.test(parent.condition.getText(source))) return true;
    if (ts.isBinaryExpression(parent) && parent.right === child && forDevelopers.test(parent.left.getText(source))) return true;
  }
  return false;
}
