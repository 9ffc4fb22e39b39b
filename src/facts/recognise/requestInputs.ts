import { ts } from 'ts-morph';
import type { Fact, InputSource, RequestInput, SinkKind } from '../../model/facts';
import { contains } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { argumentsOf, storedIn } from '../callArguments';
import { decidingCall } from '../decidingCalls';
import { isCheckedByHand, isEachAskedFor } from '../handChecks';
import { keepsFields, letsAll } from '../checkedInputs';
import { validatedBy } from '../inputValidation';
import { isClassless } from '../classlessTypes';
import { bind, fieldsOf, followInput, noUses, referencesIn, type InputUses, type References } from '../inputFields';
import { sourcesOf } from '../origins';
import type { Source } from '../traceParts';
import { sinksOf } from '../endpointSinks';
import { takesMessage } from './entries';
import { rootOf, validationsOf, type Validation } from '../validation';

type Kind = RequestInput['source'];

interface Found {
  source: Kind;
  framework: string;
  /** The place to point at. */
  at: ts.Node;
  reads: ts.Expression[];
  parameters: (ts.ParameterDeclaration | ts.BindingElement)[];
  /** The framework has checked it. */
  checked: true | string | undefined;
}

const judged: ReadonlySet<string> = new Set<Kind>(['body', 'form', 'arguments', 'message', 'query']);

/** What handlers read of what the client sent, one fact for each part of the request. */
export function recogniseRequestInputs(analysis: FileAnalysis): Fact[] {
  if (analysis.entries.size === 0) return [];
  const reads = readsOf(analysis);
  const facts: RequestInput[] = [];
  // Entries in statements that were looked at before are among `entries`, not among the outline's functions.
  const chosen = new Set(
    analysis.outline.functions.filter(
      (fn) => analysis.entries.has(fn) && fn.node.body && (takesMessage(analysis, fn) || !outerEntry(analysis, fn)),
    ),
  );
  const own = new Map<FunctionInfo, InputRead[]>();
  for (const read of reads) {
    let around = analysis.functionAround(read.node);
    while (around && !chosen.has(around)) around = around.parent;
    if (around) own.set(around, [...(own.get(around) ?? []), read]);
  }
  for (const fn of chosen) {
    const inputs = inputsOf(analysis, fn, own.get(fn) ?? []);
    if (inputs.length === 0) continue;
    const body = bodyOf(analysis, fn);
    for (const found of inputs) {
      const fact = factOf(analysis, fn, found, body);
      if (fact) facts.push(fact);
    }
  }
  return facts;
}

function outerEntry(analysis: FileAnalysis, fn: FunctionInfo): boolean {
  for (let outer = fn.parent; outer; outer = outer.parent) if (analysis.entries.has(outer)) return true;
  return false;
}

interface InputRead {
  node: ts.Expression;
  source: Kind;
  library: string;
  checked: true | string | undefined;
}

function isJudged(source: InputSource): source is Kind {
  return judged.has(source);
}

/** Expressions that are a part of the request, in document order. */
function readsOf(analysis: FileAnalysis): InputRead[] {
  return analysis.reads.flatMap(({ node, role }) =>
    role.input && isJudged(role.input) ? [{ node, source: role.input, library: role.library, checked: role.checked }] : [],
  );
}

function inputsOf(analysis: FileAnalysis, fn: FunctionInfo, reads: readonly InputRead[]): Found[] {
  const found = new Map<Kind, Found>();
  const of = (source: Kind, framework: string, at: ts.Node, checked: true | string | undefined): Found => {
    let entry = found.get(source);
    if (!entry) found.set(source, (entry = { source, framework, at, reads: [], parameters: [], checked }));
    return entry;
  };
  const given = analysis.resolver.parameters.get(fn.node);
  fn.node.parameters.forEach((parameter, index) => {
    const read = analysis.tables.read(given?.[index]);
    // A part that is taken from the parameter at once: `({ data }) => …`.
    for (const element of ts.isObjectBindingPattern(parameter.name) && !read?.input ? parameter.name.elements : []) {
      const key = element.propertyName ?? element.name;
      const part =
        ts.isIdentifier(key) && !element.dotDotDotToken
          ? analysis.tables.read(analysis.resolver.rewrite(given?.[index], key.text))
          : undefined;
      if (part?.input && isJudged(part.input)) of(part.input, part.library, element, part.checked).parameters.push(element);
    }
    if (!read?.input || !isJudged(read.input)) return;
    const isForm =
      parameter.type?.getText(analysis.source) === 'FormData' ||
      (!parameter.type && ts.isIdentifier(parameter.name) && /^form_?data$/i.test(parameter.name.text));
    of(isForm ? 'form' : read.input, read.library, parameter, read.checked).parameters.push(parameter);
  });
  for (const read of reads) {
    // The name of a part that was taken from it before is not another read.
    if (ts.isPropertyAccessExpression(read.node) && isInside(read.node, reads)) continue;
    of(read.source, read.library, read.node, read.checked).reads.push(read.node);
  }
  return [...found.values()];
}

function isInside(node: ts.PropertyAccessExpression, reads: readonly InputRead[]): boolean {
  return reads.some(
    (other) => other.node !== node && other.node.pos === node.pos && contains(node, other.node) && other.node.end < node.end,
  );
}

/** What is the same for all inputs of a function. */
interface Body {
  references: References;
  calls: {
    call: ts.CallExpression | ts.NewExpression;
    kinds: SinkKind[];
    direct: boolean;
    args: ts.Expression[];
    /** Those of which the function makes nothing. */
    idle: ReadonlySet<ts.Expression | undefined>;
    stored: ReturnType<typeof storedIn>;
  }[];
  validations: readonly Validation[];
  sites: readonly CallSite[];
}

function bodyOf(analysis: FileAnalysis, fn: FunctionInfo): Body {
  const { sites } = analysis.parts(fn);
  const calls: Body['calls'] = [];
  for (const site of sites) {
    const kinds = kindsOf(analysis, site);
    if (kinds.length === 0) continue;
    const direct = sinksOf(analysis, site).length > 0;
    const stored = direct && kinds.includes('write') ? storedIn(site) : [];
    const args = [...argumentsOf(site.node), ...(site.role?.record === 'receiver' ? stored : [])];
    // What a function of the project only compares goes no further in it.
    const inert = direct ? undefined : analysis.summaryOf(analysis.resolver.functionOf(site.node.expression)?.ref)?.inert;
    const idle = new Set((inert ?? []).map((index) => site.node.arguments?.[index]));
    calls.push({ call: site.node, kinds, direct, args: args.map(({ argument }) => argument), idle, stored });
  }
  return { references: referencesIn(fn), calls, validations: sites.flatMap((site) => validationsOf(analysis, site)), sites };
}

function factOf(analysis: FileAnalysis, fn: FunctionInfo, found: Found, body: Body): RequestInput | undefined {
  const uses: InputUses = noUses();
  for (const parameter of found.parameters) bind(parameter.name, uses);
  if (found.parameters.length > 0)
    uses.first = found.parameters.some((parameter) => !ts.isIdentifier(parameter.name)) ? 'destructured' : 'bound';
  followInput(analysis, body.references, found.reads, uses);
  const flow = flowOf(analysis, body, found, uses);
  const fields = fieldsOf(uses);
  // Files that are sent are a matter of their own.
  if (fields.length === 0 && uses.fields.size > 0) return undefined;
  if (found.source === 'query' && flow.reaches.length === 0) return undefined;
  const summary = analysis.summary(fn);
  const byHand = isCheckedByHand(analysis, fn, uses, found.source);
  return {
    ...analysis.base(fn.node.body!),
    span: analysis.span(found.at),
    inRequestPath: 'present',
    kind: 'requestInput',
    framework: found.framework,
    source: found.source,
    use: uses.first ?? 'passed',
    fields,
    reaches: flow.reaches,
    ...(flow.indirect ? { indirect: true as const } : {}),
    ...(flow.parts.length > 0 ? { storedParts: flow.parts } : {}),
    massAssigned:
      flow.massAssigned &&
      !(found.reads.length === 0 && found.parameters.every((parameter) => ts.isParameter(parameter) && isScalar(parameter.type))),
    validated:
      found.checked && !letsAll(analysis, found.at, found.checked)
        ? { presence: 'present', by: 'the framework', ...(keepsFields(analysis, found.at, found.checked) ? { keeps: true as const } : {}) }
        : orDecided(
            analysis,
            validatedBy(analysis, body.validations, uses, fields.length, flow.massAssigned),
            body,
            uses,
            byHand || found.parameters.length > 1,
          ),
    manuallyChecked: byHand,
    ...(found.source === 'body' && isEachAskedFor(fn, uses) ? { asksForEach: true as const } : {}),
    ...(isParameterClassless(analysis, found) ? { classless: true as const } : {}),
    signed: summary?.guards.some((guard) => guard.kind === 'signature') ?? false,
  };
}

/** What a function of the project looks at may be checked there. Of several parameters one says nothing of the others. */
function orDecided(
  analysis: FileAnalysis,
  found: RequestInput['validated'],
  { sites }: Body,
  uses: InputUses,
  isSettled: boolean,
): RequestInput['validated'] {
  const site = found.presence === 'absent' && !isSettled ? decidingCall(analysis, sites, uses) : undefined;
  const by = site && analysis.label(site.node.expression, 40);
  return by === undefined ? found : { presence: 'unknown', reason: `${by} may validate it`, by };
}

function isParameterClassless(analysis: FileAnalysis, { parameters, reads }: Found): boolean {
  const own = parameters.filter(ts.isParameter);
  // Checks that go by classes look at parameters that a decorator fills.
  const isFilled = own.length > 0 && own.every((parameter) => (ts.getDecorators(parameter) ?? []).length > 0);
  return reads.length === 0 && isFilled && own.every(({ type }) => isClassless(analysis, type));
}

/** Texts, numbers and constants have no columns. */
function isScalar(type: ts.TypeNode | undefined): boolean {
  if (!type) return false;
  if (ts.isUnionTypeNode(type)) return type.types.every(isScalar);
  return [
    ts.SyntaxKind.StringKeyword,
    ts.SyntaxKind.NumberKeyword,
    ts.SyntaxKind.BooleanKeyword,
    ts.SyntaxKind.LiteralType,
    ts.SyntaxKind.UndefinedKeyword,
  ].includes(type.kind);
}

/** What the input ends in, unchecked, and whether all of it, or members with all that is in them, are written. */
function flowOf(
  analysis: FileAnalysis,
  body: Body,
  found: Found,
  uses: InputUses,
): { reaches: SinkKind[]; massAssigned: boolean; parts: NonNullable<RequestInput['storedParts']>; indirect: boolean } {
  const { source } = found;
  const own = new Set([...uses.names, ...[...uses.fields.values()].flatMap((field) => [...field.locals])]);
  const isOwn = (value: Source): boolean => {
    if (found.parameters.length === 0) return value.input === source;
    const root = ts.isExpression(value.node) ? rootOf(value.node) : undefined;
    return root !== undefined && own.has(root.text);
  };
  const reaches = new Set<SinkKind>();
  const parts = new Map<string, NonNullable<RequestInput['storedParts']>[number]>();
  let massAssigned = false;
  let indirect = true;
  for (const { call, kinds, direct, args, idle, stored } of body.calls) {
    for (const argument of args) {
      // A query that is only compared is an input all the same, which something may have looked at.
      if (source !== 'query' && idle.has(argument)) continue;
      const sources = sourcesOf(analysis, argument, 'object').filter((value) => value.from === 'request' && isOwn(value));
      if (sources.length === 0) continue;
      for (const kind of kinds) reaches.add(kind);
      if (direct || !analysis.resolver.functionOf(call.expression)) indirect = false;
      const place = stored.find((each) => each.argument === argument);
      if (!place) continue;
      if (sources.some((value) => value.whole)) massAssigned = true;
      else if (place.record)
        for (const value of sources) if (value.record) parts.set(`${value.span.start}`, { label: value.label, span: value.span });
    }
  }
  const mayStore = source !== 'query';
  return {
    reaches: [...reaches],
    massAssigned: massAssigned && mayStore,
    parts: massAssigned || !mayStore ? [] : [...parts.values()],
    indirect: indirect && reaches.size > 0,
  };
}

function kindsOf(analysis: FileAnalysis, site: CallSite): SinkKind[] {
  const own = sinksOf(analysis, site);
  if (own.length > 0) return own.map((sink) => sink.kind);
  if (site.role?.sinks && site.role.sinks.length > 0) return site.role.sinks.some((sink) => sink.category === 'url') ? ['outbound'] : [];
  if (site.role?.outbound) return ['outbound'];
  const ref = analysis.resolver.functionOf(site.node.expression)?.ref;
  return [...new Set((analysis.summaryOf(ref)?.sinks ?? []).filter(({ memory }) => !memory).map((sink) => sink.kind))];
}
