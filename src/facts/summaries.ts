import { ts } from 'ts-morph';
import type { FunctionSummary, GuardKind, Sink } from '../model/facts';
import type { Span } from '../model/finding';
import { enclosingTry, mentions } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import { fileRefOf, instanceOf } from '../syntax/accessPaths';
import { insistencesOf } from './assertions';
import { answeredParameters } from './answeredParameters';
import { callerUseOf, narrowingParameters } from './callerUse';
import { bodyEvidence } from './bodySizes';
import { comparedParameters } from './comparedParameters';
import { inertParameters } from './inertParameters';
import type { CallSite, FileAnalysis } from './analysis';
import { confirmedBy, handedSignature } from './confirmations';
import { forgeryGuards } from './forgeryTests';
import { givesDecoded, withDecoded } from './decodedTokens';
import { sinksOf, taggedSinks } from './endpointSinks';
import { errorTextParameter } from './errorTexts';
import { callsLogger } from './catchBody';
import { interruptsOf } from './interrupts';
import { insistentReads } from './guardBranches';
import { lastName } from './guardConditions';
import { acts } from './actingCalls';
import { guardingOf } from './guards';
import { leniencesOf } from './lenience';
import { deedsOf, limitsOf } from './limits';
import { changedMember, loadsOf } from './loadedRecords';
import { askedService } from './askedServices';
import { mayAskWho } from './askingCalls';
import { metadataKey } from './markedRoutes';
import { statusOf } from './refusals';
import { memoryWrite } from './memoryStores';
import { isBehindReturn } from './reachedCode';
import { isFirstUse } from './openSinks';
import { isRefill } from './refills';
import { rowsOf } from './rowParameters';
import { tracedBy } from './requestLogs';
import { pathsNamedBy } from './pathTests';
import { statedAccess } from './statedPublic';
import { settingOf } from './settingHelpers';
import { withSettings } from './routeSettings';
import { personNamed } from './namedPeople';
import { servesStrangers } from './strangers';
import { appliesOf } from './recognise/appliedDecorators';
import { templatesOf } from './recognise/rowTemplates';
import { referredFunction, unreadReference } from './references';
import { canReject, givenToCatcher } from './rejections';
import { parameterFlows } from './parameterFlows';
import { addValidations } from './validatedParameters';
import { tellsNext } from './tellsNext';
import { toldParameter } from './validation';
import { returnedChain } from './returns';
import { wholeTags, wholeWritesOf, type FoundWrite } from './wholeWrites';
import { wrapsParameter } from './wrappers';
import { writtenParameters } from './writtenParameters';

const { SyntaxKind } = ts;

const mostSinks = 12;
const mostWhole = 3;
const empty: never[] = [];
Object.freeze(empty);

/** What other functions may know of a function without looking into it. */
export function summarise(analysis: FileAnalysis, fn: FunctionInfo): FunctionSummary {
  const { all: parts, sites } = analysis.parts(fn);
  const returned = analysis.returnedFunction(fn);
  const summary: FunctionSummary = {
    id: fn.id,
    name: fn.name,
    guards: [],
    sinks: [],
    logs: false,
    throws: fn.exits.some((exit) => ts.isThrowStatement(exit) && !enclosingTry(exit)),
    rejects: canReject(analysis, fn) && givenToCatcher(analysis, fn, fn.parent) !== true,
    replies: false,
    statuses: [],
    validates: [],
    flowsTo: [],
    callees: [],
    arity: fn.node.parameters.length,
    isAsync: ts.getModifiers(fn.node as ts.FunctionDeclaration)?.some((modifier) => modifier.kind === SyntaxKind.AsyncKeyword) ?? false,
  };
  if (fn.node.body && ts.isBlock(fn.node.body) && fn.node.body.statements.some(ts.isThrowStatement)) summary.alwaysThrows = true;
  if (returned) summary.returnsFunction = returned.id;
  else {
    const { guards, refusal, macs, partly } = guardingOf(analysis, fn);
    if (partly !== undefined) summary.mayAsk = partly;
    const limits = analysis.context.side === 'client' ? [] : limitsOf(analysis, fn, parts, sites);
    summary.guards = [
      ...withDecoded(analysis, fn, guards).filter(({ kind }) => kind !== 'rate-limit'),
      ...withSettings(analysis, fn, limits),
    ];
    if (givesDecoded(analysis, fn)) summary.givesDecoded = true;
    const deeds = deedsOf(analysis, fn, sites);
    if (deeds.length > 0) summary.deeds = deeds;
    if (macs) summary.macs = true;
    const compares = comparedParameters(analysis, fn);
    if (compares) summary.compares = compares;
    const insists = insistencesOf(analysis, fn);
    if (insists.length > 0) summary.insists = insists;
    if (refusal) summary.refusal = refusal;
    const lenience = refusal && guards.some(({ kind }) => kind === 'authentication') ? leniencesOf(analysis, fn) : [];
    if (lenience.length > 0) summary.lenience = lenience;
  }
  if (
    fn.node.body &&
    ts.isBlock(fn.node.body) &&
    analysis.entries.has(fn) &&
    !fn.exits.some((exit) => ts.isReturnStatement(exit) && exit.expression)
  )
    summary.givesNothing = true;
  if (servesStrangers(analysis, fn)) summary.servesStrangers = true;
  const person = analysis.entries.has(fn) ? personNamed(analysis, fn) : undefined;
  if (person !== undefined) summary.namesPerson = person;
  const [relied] = analysis.entries.has(fn) ? insistentReads(analysis, parts, 'unseen') : [];
  const isLate = relied !== undefined && sites.some((site) => site.node.pos < relied.pos && acts(analysis, site));
  const relies = relied && !isLate ? analysis.resolver.pathOf(relied.expression) : undefined;
  if (relies !== undefined) summary.relies = relies;
  const confirmed = analysis.entries.has(fn) ? confirmedBy(analysis, sites) : undefined;
  if (confirmed !== undefined) summary.confirms = `${confirmed} asks the service itself about what was sent`;
  const handed = confirmed === undefined && analysis.entries.has(fn) ? handedSignature(analysis, sites) : undefined;
  if (handed !== undefined) summary.confirms = handed;
  const stated = statedAccess(analysis, fn.node);
  if (stated !== undefined) summary.stated = stated;
  const passesOn = passesOnOf(analysis, fn, parts, sites);
  if (passesOn !== undefined) summary.passesOn = passesOn;
  const told = tellsNext(analysis, fn, parts);
  if (told.length > 0) summary.tellsNext = told;
  const applies = appliesOf(analysis, fn);
  if (applies.length > 0) summary.applies = applies;
  const paths = pathsNamedBy(analysis, fn);
  if (paths.length > 0) summary.paths = paths;
  const value = analysis.returnOf(fn);
  if (value?.path !== undefined) summary.returns = value.path;
  if (value?.entity !== undefined) summary.returnsEntity = value.entity;
  if (value?.members) summary.returnsMembers = value.members;
  if (value?.entities) summary.returnsEntities = value.entities;
  if (value?.callOf !== undefined) summary.returnsCallOf = value.callOf;
  const chain = returned ? undefined : returnedChain(analysis, fn);
  if (chain) summary.returnsChain = chain;
  const wraps = wrapsParameter(analysis, fn, returned);
  if (wraps) summary.wraps = wraps;
  for (const site of sites) addSite(analysis, summary, fn, site);
  const asked = returned || summary.mayAsk !== undefined ? undefined : askedService(analysis, fn, { all: parts, sites }, summary.deeds);
  if (asked !== undefined) summary.mayAsk = asked;
  if (!returned && analysis.context.side !== 'client') {
    const hasInner = (kind: GuardKind): boolean =>
      summary.callees.some((ref) => analysis.summaryOf(ref)?.guards.some((guard) => guard.kind === kind));
    const forgery = forgeryGuards(analysis, fn, parts, hasInner('csrf') ? sites : []);
    summary.guards = [
      ...summary.guards,
      ...withSettings(analysis, fn, forgery),
      ...bodyEvidence(analysis, fn, parts, sites, hasInner('body-limit')),
    ];
  }
  const traces = summary.logs ? tracedBy(analysis, sites) : undefined;
  if (traces !== undefined) summary.traces = traces;
  const written = summary.logs && !summary.masks ? writtenParameters(analysis, fn, sites) : undefined;
  if (written) summary.writesDown = written;
  const answers = summary.replies && !returned ? answeredParameters(analysis, fn, sites) : undefined;
  if (answers) summary.answers = answers;
  const tellsError = returned ? undefined : errorTextParameter(analysis, fn);
  if (tellsError !== undefined) summary.tellsError = tellsError;
  const interrupts = interruptsOf(analysis, sites);
  if (interrupts) summary.interrupts = interrupts;
  const checked = toldParameter(analysis, fn);
  if (checked !== undefined && !summary.validates.includes(checked)) summary.validates.push(checked);
  for (const sink of taggedSinks(analysis, parts)) {
    addSink(summary, sink);
    for (const write of wholeTags(analysis)) if (analysis.span(write.node).start === sink.span.start) addWhole(summary, write);
  }
  summary.sinks = summary.sinks.slice(0, mostSinks);
  const registers = templatesOf(analysis, fn, sites);
  if (registers.length > 0) summary.registers = registers;
  const loads = loadsOf(analysis, fn, summary);
  if (loads.length > 0) summary.loads = loads;
  if (demands(summary)) summary.demands = true;
  const use = callerUseOf(analysis, fn, summary);
  if (use !== undefined) summary.caller = use;
  const narrowing = summary.sinks.length > 0 || summary.throws ? narrowingParameters(analysis, fn) : [];
  if (narrowing.length > 0) summary.narrowsBy = narrowing;
  if (!returned) Object.assign(summary, rowsOf(analysis, fn, sites, summary));
  const setting = settingOf(analysis, fn);
  if (setting) summary.setting = setting;
  const inert = summary.sinks.length > 0 ? inertParameters(analysis, fn) : [];
  if (inert.length > 0) summary.inert = inert;
  summary.flowsTo = parameterFlows(analysis, fn, sites);
  // Most lists of most functions are empty, and summaries are what stays of a file.
  for (const key of ['guards', 'sinks', 'statuses', 'validates', 'flowsTo', 'callees'] as const)
    if (summary[key].length === 0) summary[key] = empty;
  return summary;
}

/**
 * Whether an element of a chain hands requests on: false when it is never given, or never mentions, what would; true when it
 * does and no answer of its own is a success.
 */
function passesOnOf(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  parts: readonly FunctionInfo[],
  sites: readonly CallSite[],
): boolean | undefined {
  const index = (analysis.resolver.parameters.get(fn.node) ?? []).findIndex((path) => path?.endsWith('#next'));
  const { parameters, body } = fn.node;
  if (index === -1 || !body || parameters.some((parameter) => parameter.dotDotDotToken)) return undefined;
  const parameter = parameters[index];
  if (!parameter) return false;
  if (!ts.isIdentifier(parameter.name)) return undefined;
  if (!mentions(body, new Set([parameter.name.text]))) return false;
  const name = parameter.name.text;
  const handsOn = parts.some((part) =>
    part.calls.some((call) => ts.isIdentifier(call.expression) && call.expression.text === name && (call.arguments?.length ?? 0) === 0),
  );
  const answers = sites.some(
    (site) =>
      (site.role?.reply && (statusOf(site.node) ?? 200) < 300) ||
      (!site.role && analysis.summaryOf(analysis.resolver.functionOf(site.node.expression)?.ref)?.replies),
  );
  return handsOn && !answers ? true : undefined;
}

/** Names of what leaves a trace, whatever it is written with. */
const tracing = /^_?(log|audit|record|trace)(?![a-z])|[aA]udit([lL]og|[tT]rail|[eE]vent)?s?$/;

function addSite(analysis: FileAnalysis, summary: FunctionSummary, fn: FunctionInfo, site: CallSite): void {
  const { role, node } = site;
  if (role?.log || callsLogger(analysis, node)) summary.logs = true;
  else if (!role && tracing.test(lastName(bare(node.expression)) ?? '')) summary.mayLog = true;
  if (!summary.masks && masksByName(node)) summary.masks = true;
  const key = metadataKey(analysis, site);
  if (key !== undefined) addKey(summary, key);
  if (role?.reply) {
    summary.replies = true;
    const status = statusOf(node);
    if (status !== undefined && !summary.statuses.includes(status)) summary.statuses.push(status);
  }
  if (role?.leaves) summary.throws = true;
  if (role?.mac) summary.digests = 'itself';
  for (const sink of sinksOf(analysis, site)) addSink(summary, sink);
  for (const write of wholeWritesOf(analysis, site)) addWhole(summary, write);
  const changed = changedMember(analysis, site);
  if (changed !== undefined && !summary.changesLoaded?.some(({ member }) => member === changed))
    (summary.changesLoaded ??= []).push({ member: changed, span: analysis.span(node) });
  const kept = role ? undefined : memoryWrite(analysis, node);
  if (kept) addSink(summary, kept);
  addValidations(analysis, summary, fn, site);
  if (!role && mayAskWho(analysis, site)) summary.mayAsk ??= analysis.label(node.expression, 40);
  const referred = referredFunction(analysis, site);
  if (!referred && role?.refers) {
    const unread = unreadReference(analysis, site);
    if (unread !== undefined) summary.unread ??= unread;
  }
  const sent = role?.sends === undefined ? undefined : node.arguments?.[role.sends];
  const message = sent && instanceOf(analysis.resolver.pathOf(sent));
  if (message) addMessage(summary, `${message.file}#${message.cls}`, analysis.span(node));
  const ref = referred ?? analysis.resolver.functionOf(node.expression)?.ref ?? fileRefOf(site.callee);
  if (!ref && !role && handsSignature(node)) summary.digests ??= 'inside';
  if (!ref || ref.id.startsWith('class ')) return;
  if (!summary.callees.some((callee) => callee.file === ref.file && callee.id === ref.id)) summary.callees.push(ref);
  const callee = analysis.summaryOf(ref);
  if (!callee) return;
  if (callee.unread !== undefined) summary.unread ??= callee.unread;
  if (callee.demands) summary.mayAsk ??= callee.name;
  if (callee.logs) summary.logs = true;
  if (callee.mayLog) summary.mayLog = true;
  if (callee.masks) summary.masks = true;
  if (callee.digests) summary.digests ??= 'inside';
  if (callee.replies) summary.replies = true;
  for (const key of callee.metadata ?? []) addKey(summary, key);
  for (const { message: inner } of callee.sends ?? []) addMessage(summary, inner, analysis.span(node));
  if (callee.sinks.length === 0 || isBehindReturn(analysis, node)) return;
  const once = isFirstUse(analysis, node) || isRefill(analysis, node);
  for (const sink of callee.sinks) addSink(summary, { ...sink, ...(once ? { open: true } : {}), span: analysis.span(node) });
}

const keeping = /^(?:log|trace|debug|info|warn|error|push|add|set|append|has|includes|test)$/;

/** `provider.handle(payload, signature)` of something that could not be found: it may well verify what it is given. */
function handsSignature({ expression, arguments: args }: CallSite['node']): boolean {
  return (
    ts.isPropertyAccessExpression(expression) &&
    !keeping.test(expression.name.text) &&
    (args ?? []).some((argument) => ts.isIdentifier(bare(argument)) && /signature|hmac/i.test((bare(argument) as ts.Identifier).text))
  );
}

/** Names of functions that end the request of those who may not make it. */
export const demanding =
  /^_*(?:require|ensure|assert|check|verify|enforce|authorize)\w*(?:Auth|User|Admin|Role|Permission|Access|Session|Login|LoggedIn|Member|Owner|Manager)/;

/** Does a function end the request for somebody, by its name for those who may not call it, in a way that shows no evidence? */
function demands({ name, throws, mayAsk, guards }: FunctionSummary): boolean {
  return (
    demanding.test(name) &&
    (throws || mayAsk !== undefined) &&
    !guards.some(({ kind }) => kind === 'authentication' || kind === 'signature')
  );
}

const masking = /redact|mask|scrub|saniti[sz]|censor/i;

function masksByName({ expression }: CallSite['node']): boolean {
  return masking.test(
    ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : '',
  );
}

function addKey(summary: FunctionSummary, key: string): void {
  if (!summary.metadata?.includes(key)) (summary.metadata ??= []).push(key);
}

function addMessage(summary: FunctionSummary, message: string, span: Span): void {
  if (!summary.sends?.some((other) => other.message === message)) (summary.sends ??= []).push({ message, span });
}

/** What need not be sent, only the handler tells that reads it. */
function addWhole(summary: FunctionSummary, { label, target, does, refused, via, leftOut }: FoundWrite): void {
  const known = summary.wholeWrites ?? [];
  if (leftOut || known.length === mostWhole || known.some((other) => other.target === target && other.does === does)) return;
  (summary.wholeWrites ??= []).push({
    label,
    does,
    ...(target === undefined ? {} : { target }),
    ...(refused === undefined ? {} : { refused }),
    ...(via === undefined ? {} : { via }),
  });
}

function addSink(summary: FunctionSummary, sink: Sink): void {
  if (
    summary.sinks.length < mostSinks &&
    !summary.sinks.some(
      (other) =>
        other.kind === sink.kind &&
        other.target === sink.target &&
        other.delegated === sink.delegated &&
        other.open === sink.open &&
        other.trace === sink.trace &&
        other.bookkeeping === sink.bookkeeping,
    )
  )
    summary.sinks.push(sink);
}
