import { ts } from 'ts-morph';
import type { LogCall } from '../../model/facts';
import type { LogRole } from '../../model/library';
import { bare } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { callsLogger } from '../catchBody';
import { isForDevelopers } from '../forDevelopers';
import { loggedValues } from '../loggedValues';
import { isBrowserCode, isEdgeCode, isOneOff, isServerCode, readsServerSettings } from '../serverCode';
import { levelOf } from '../writtenParameters';

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
    level: levelOf(node, log),
    label: analysis.label(node.expression, 50),
    by,
    structured: by !== 'console' && args.some((argument) => ts.isObjectLiteralExpression(bare(argument))),
    sensitive,
    ...(redacts ? { redacts } : {}),
    ...(sensitive.length > 0 && isForDevelopers(node, analysis.source) ? { forDevelopers: true } : {}),
  };
}

/** What a call hands to a function that writes it to the log under a name that tells nothing: `debug(password)`. */
function handedToLog(analysis: FileAnalysis, { role, node }: CallSite): LogCall | undefined {
  const handed = node.arguments?.filter((argument) => !ts.isStringLiteralLike(argument)) ?? [];
  if (role !== undefined || handed.length === 0 || !(ts.isIdentifier(node.expression) || ts.isPropertyAccessExpression(node.expression)))
    return undefined;
  // What the arguments hold is seldom of interest, and a summary of another file costs more than a look at them.
  if (loggedValues(analysis, handed).length === 0) return undefined;
  const written = analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref)?.writesDown;
  if (!written) return undefined;
  const { params, rest, ...log } = written;
  const last = Math.max(...params);
  const reach = node.arguments!.filter((_, index) => params.includes(index) || (rest === true && index >= last));
  const sensitive = loggedValues(analysis, reach);
  if (sensitive.length === 0) return undefined;
  return {
    ...analysis.base(node),
    kind: 'logCall',
    ...log,
    label: analysis.label(node.expression, 50),
    structured: false,
    handed: true,
    sensitive,
    ...(isForDevelopers(node, analysis.source) ? { forDevelopers: true as const } : {}),
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
