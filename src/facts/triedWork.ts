import { ts } from 'ts-morph';
import type { CatchFact } from '../model/facts';
import { bare, constantString, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { identifies } from './guardLevels';
import { demanding } from './summaries';
import { tidies } from './tidyingDeletes';

const probes =
  /^(json|text|parse|access|stat|lstat|realpath|readFile|readFileSync|accessSync|statSync|existsSync|readdir|getItem|setItem|removeItem|clear|import|require|resolve|decode|decodeURIComponent|atob|btoa|play|pause|vibrate|writeText|share|requestFullscreen|exitFullscreen|requestPermission|query|persist|canShare|lookup|ping|which)$/;
const cleanups =
  /^(close|closeAll|disconnect|\$disconnect|end|release|destroy|abort|unlink|unlinkSync|rm|rmSync|rmdir|rmdirSync|remove|removeFile|kill|terminate|quit|stop|unsubscribe|removeChannel|cleanup|cleanUp|cancel|dispose|unlock|unregister|rollback|ROLLBACK|abortTransaction|endSession|leave|detach|unref|logout|signOut|revokeObjectURL|removeEventListener|shutdown|flush)\w*$/;

/** Calls that only get something ready. */
const setUp = /^(create\w*Client|createClient|auth|getUser|getSession|cookies|headers|require[A-Z]\w*|connect\w*|getDb|all|allSettled)$/;

function nameOf(call: ts.CallExpression | ts.NewExpression): string {
  const callee = bare(call.expression);
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text;
  return callee.kind === ts.SyntaxKind.ImportKeyword ? 'import' : '';
}

/** Does a call change something that lasts, or pay for it? */
function writes(analysis: FileAnalysis, site: CallSite): boolean {
  const { role, node } = site;
  if (role?.data && role.data.operation !== 'read' && role.data.operation !== 'raw') return true;
  if (role?.data?.operation === 'raw') return /\b(insert|update|delete)\b/i.test(constantString(node.arguments?.[0]) ?? '');
  if (role?.sink === 'write' || role?.sink === 'paid' || role?.outbound?.kind === 'mail') return true;
  const found = analysis.resolver.functionOf(node.expression);
  return (
    found !== undefined &&
    (analysis.summaryOf(found.ref)?.sinks.some((sink) => !sink.memory && (sink.kind === 'write' || sink.kind === 'paid')) ?? false)
  );
}

/** Does a call reach data or another service, itself or through a function of the project? */
function reaches(analysis: FileAnalysis, site: CallSite): boolean {
  const { role } = site;
  if (role?.data || role?.outbound || role?.sink) return true;
  const found = analysis.resolver.functionOf(site.node.expression);
  return found !== undefined && analysis.summaryOf(found.ref)?.sinks.some(({ memory }) => !memory) === true;
}

/** Names of functions that say who calls, or give up. */
const callers = /(?:user|session|account|identity|token|jwt|auth)/i;

/** Is it a function of the project that ends requests of those who may not go on? */
function refuses(analysis: FileAnalysis, site: CallSite): boolean {
  const summary = analysis.summaryOf(analysis.resolver.functionOf(site.node.expression)?.ref);
  if (
    summary?.throws &&
    callers.test(summary.name) &&
    summary.guards.some(({ kind, level }) => kind === 'authentication' && identifies(level))
  )
    return true;
  return (
    summary !== undefined && demanding.test(summary.name) && (summary.throws || summary.mayAsk !== undefined || summary.guards.length > 0)
  );
}

/** What a tried piece of code does, as far as it matters to whoever drops its failure. */
export function triedWork(analysis: FileAnalysis, tried: ts.Node, isCleanupPath: boolean): CatchFact['tried'] {
  const sites = analysis.sites.filter(
    (site) => tried.pos <= site.node.pos && site.node.end <= tried.end && !isCaughtWithin(site.node, tried),
  );
  const awaited = sites.filter((site) => isAwaitedHere(site.node, tried));
  const work = sites.filter((site) => {
    const { role } = site;
    if (role?.data || role?.outbound || role?.sink) return true;
    const found = analysis.resolver.functionOf(site.node.expression);
    const summary = found && analysis.summaryOf(found.ref);
    return summary !== undefined && (summary.sinks.some(({ memory }) => !memory) || summary.isAsync);
  });
  const telling = awaited.length > 0 ? awaited : work;
  // Reading the body of an answer, a file that may be missing, storage that may be blocked, a permission that may be missing: failing is one of the results.
  const mayFail = (site: CallSite): boolean => (probes.test(nameOf(site.node)) && !site.role?.data) || refuses(analysis, site);
  const probe = telling.every(mayFail) && work.every(mayFail);
  const plain = telling.filter((site) => !probes.test(nameOf(site.node)) && !setUp.test(nameOf(site.node)));
  const main = plain.find((site) => site.role?.data ?? site.role?.outbound ?? site.role?.sink) ?? plain[0] ?? telling[0];
  const writing = sites.filter((site) => writes(analysis, site));
  const tidied = tidies(analysis, tried, writing);
  return {
    writes: writing.length > 0,
    known: work.some((site) => !probes.test(nameOf(site.node)) && reaches(analysis, site)),
    probe,
    ...(tidied ? { tidies: tidied === 'both' ? 'left' : tidied } : {}),
    cleanup:
      isCleanupPath ||
      tidied === 'both' ||
      (sites.length > 0 &&
        (telling.length > 0 ? telling : sites).every(
          (site) => (cleanups.test(nameOf(site.node)) && !site.role?.data) || isRollback(site.node),
        )),
    label: main ? analysis.label(startOf(main.node).expression, 50).replace(/\s+(?=\.)/g, '') : '',
  };
}

/** The call that a chain of promise methods hangs on. */
function startOf(node: ts.CallExpression | ts.NewExpression): ts.CallExpression | ts.NewExpression {
  let current = node;
  for (;;) {
    const callee = bare(current.expression);
    if (!ts.isPropertyAccessExpression(callee) || !/^(then|catch|finally|json|text|toString)$/.test(callee.name.text)) return current;
    const receiver = bare(callee.expression);
    if (!ts.isCallExpression(receiver)) return current;
    current = receiver;
  }
}

/** Does the failure of a call end further in, in a `catch` of its own that hands nothing on? */
function isCaughtWithin(node: ts.Node, tried: ts.Node): boolean {
  for (let child = node, { parent } = node; parent && child !== tried && !isFunctionNode(child); child = parent, { parent } = parent)
    if (ts.isTryStatement(parent) && parent.tryBlock === child && parent.catchClause && !throwsIn(parent.catchClause.block)) return true;
  return false;
}

function throwsIn(block: ts.Block): boolean {
  let thrown = false;
  walk(block, (inner) => {
    thrown ||= ts.isThrowStatement(inner);
    return !thrown && !isFunctionNode(inner);
  });
  return thrown;
}

function isRollback(node: ts.CallExpression | ts.NewExpression): boolean {
  return /^\s*rollback/i.test(constantString(node.arguments?.[0]) ?? '');
}

/** Is the promise of the call awaited, returned or the tried expression itself? */
function isAwaitedHere(node: ts.Node, tried: ts.Node): boolean {
  if (node === tried) return true;
  let current = node;
  for (let parent = node.parent; parent; current = parent, parent = parent.parent) {
    if (ts.isAwaitExpression(parent)) return true;
    if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)) continue;
    if (ts.isReturnStatement(parent)) return false;
    // A chain of calls is awaited as a whole; its last call speaks for it.
    return false;
  }
  return current === tried;
}
