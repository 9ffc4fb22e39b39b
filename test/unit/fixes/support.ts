import assert from 'node:assert/strict';
import type {
  AsyncCallback,
  CatchFact,
  ErrorLeak,
  FactBase,
  OutboundCall,
  RequestInput,
  ResultUse,
  Route,
  SecretLiteral,
  TaintedSink,
} from '../../../src/model/facts';
import type { Span } from '../../../src/model/finding';
import type { FileEdit } from '../../../src/model/fix';
import type { FixProposal, FixSource, ProjectIdioms, ProjectSymbol } from '../../../src/model/rule';
import { parse } from '../../../src/syntax/trees';
import { applyEdits, linked, syntaxErrors } from '../../../src/fixes/edits';

/** Text without its «marks», and the spans that they enclosed, in the order in which they open. */
export function marked(text: string): { text: string; spans: Span[] } {
  let plain = '';
  const spans: Span[] = [];
  const open: Span[] = [];
  for (const char of text) {
    if (char === '«') {
      const span = { start: plain.length, end: -1 };
      spans.push(span);
      open.push(span);
    } else if (char === '»') open.pop()!.end = plain.length;
    else plain += char;
  }
  return { text: plain, spans };
}

export function idioms(more: Partial<ProjectIdioms> & { dependencies?: Record<string, string> } = {}): ProjectIdioms {
  const { dependencies, ...rest } = more;
  return {
    guards: () => [],
    packages: new Map(Object.entries(dependencies ?? {})),
    importPath: (file) => `../${file.replace(/^src\//, '').replace(/\.ts$/, '')}`,
    ...rest,
  };
}

export function symbol(name: string, file: string, more: Partial<ProjectSymbol> = {}): ProjectSymbol {
  return { name, from: { file }, isDefault: false, uses: 5, expression: name, ...more };
}

export const pino = { ...symbol('logger', 'src/logger.ts'), style: 'object-first' as const };
export const winston = { ...symbol('logger', 'src/logger.ts'), style: 'message-first' as const };

export function sourceOf(file: string, text: string, project: ProjectIdioms, files: Record<string, string> = {}): FixSource {
  return { file, text, tree: linked(parse(file, text)), idioms: project, read: (name) => files[name] };
}

function base<K extends string>(kind: K, span: Span): FactBase & { kind: K } {
  return { kind, file: 'src/routes.ts', span, scope: '', inRequestPath: 'present' };
}

export const facts = {
  asyncCallback: (span: Span, more: Partial<AsyncCallback> = {}): AsyncCallback => ({
    ...base('asyncCallback', span),
    role: 'route',
    rejection: 'lost',
    unprotected: [],
    target: 'router.post',
    params: ['req', 'res'],
    label: 'POST /orders',
    ...more,
  }),
  resultUse: (span: Span, more: Partial<ResultUse> = {}): ResultUse => ({
    ...base('resultUse', span),
    library: 'supabase',
    label: 'supabase.from',
    effect: 'write',
    error: 'ignored',
    errorName: 'error',
    deliberate: false,
    optionalRow: false,
    ...more,
  }),
  catch: (span: Span, more: Partial<CatchFact> = {}): CatchFact => ({
    ...base('catch', span),
    form: 'clause',
    logs: 'no',
    rethrows: false,
    forwards: false,
    returns: 'nothing',
    empty: false,
    tried: { writes: false, probe: false, cleanup: false, label: '' },
    role: 'other',
    ...more,
  }),
  errorLeak: (span: Span, expression: Span, more: Partial<ErrorLeak> = {}): ErrorLeak => ({
    ...base('errorLeak', span),
    what: 'message',
    narrowed: false,
    expression,
    caughtAt: span,
    via: 'reply',
    ...more,
  }),
  requestInput: (span: Span, more: Partial<RequestInput> = {}): RequestInput => ({
    ...base('requestInput', span),
    framework: 'express',
    source: 'body',
    use: 'passed',
    fields: [],
    reaches: ['write'],
    massAssigned: false,
    validated: { presence: 'absent' },
    manuallyChecked: false,
    signed: false,
    ...more,
  }),
  outboundCall: (span: Span, more: Partial<OutboundCall> = {}): OutboundCall => ({
    ...base('outboundCall', span),
    library: 'fetch',
    label: 'fetch',
    timeout: { presence: 'absent' },
    side: 'server',
    local: false,
    streaming: false,
    checked: 'unknown',
    ...more,
  }),
  taintedSink: (span: Span, expression: Span, more: Partial<TaintedSink> = {}): TaintedSink => ({
    ...base('taintedSink', span),
    category: 'sql',
    library: 'pg',
    label: 'db.query',
    origins: [],
    built: 'template',
    expression,
    ...more,
  }),
  secret: (span: Span, more: Partial<SecretLiteral> = {}): SecretLiteral => ({
    ...base('secret', span),
    provider: 'stripe',
    masked: 'sk_l… (32)',
    certainty: 'shape',
    sandbox: false,
    ...more,
  }),
  route: (span: Span, more: Partial<Route> = {}): Route => ({
    ...base('linkedRoute', span),
    framework: 'express',
    entry: 'http',
    method: 'POST',
    path: '/orders',
    guards: [],
    authentication: { presence: 'absent' },
    level: 'NONE',
    roles: {},
    sinks: [{ kind: 'write', span, file: 'src/routes.ts' }],
    group: 'router',
    head: span,
    ...more,
  }),
};

export interface Case {
  file?: string;
  project?: ProjectIdioms;
  /** Other files that the fix may read. */
  files?: Record<string, string>;
  /** Text with «marks» around what the fact is about. */
  before: string;
  /** Text after the fix; with marks, the fix must find nothing more to do there. Undefined when it must refuse. */
  after: string | undefined;
  make: (spans: Span[], text: string) => FixProposal;
  /** The text must not be tried with tabs: it counts spaces. */
  spacesOnly?: boolean;
}

/** The texts of a case as they are, with Windows line breaks, and indented with tabs. */
function variants(test: Case): [string, (text: string) => string][] {
  const list: [string, (text: string) => string][] = [
    ['LF', (text) => text],
    ['CRLF', (text) => text.replace(/\n/g, '\r\n')],
  ];
  if (!test.spacesOnly) list.push(['tabs', (text) => text.replace(/^(?: {2})+/gm, (indent) => '\t'.repeat(indent.length / 2))]);
  return list;
}

/** Applies a fix to a text; undefined when it refuses. Asserts that the result parses. */
export function applied(proposal: FixProposal, source: FixSource): { text: string; others: FileEdit[] } | undefined {
  const edits = proposal.build(source);
  if (!edits) return undefined;
  const own = edits.find((edit) => edit.file === source.file);
  assert.ok(own, 'the fix edits its own file');
  const text = applyEdits(source.text, own.edits);
  assert.equal(syntaxErrors(parse(source.file, text)), syntaxErrors(parse(source.file, source.text)), `the result parses:\n${text}`);
  return { text, others: edits.filter((edit) => edit !== own) };
}

/** Asserts a two-string test in all variants. Returns the edits of other files. */
export function check(test: Case): FileEdit[] {
  const file = test.file ?? 'src/routes.ts';
  let others: FileEdit[] = [];
  for (const [name, vary] of variants(test)) {
    const before = marked(vary(test.before));
    const project = test.project ?? idioms();
    const result = applied(test.make(before.spans, before.text), sourceOf(file, before.text, project, test.files));
    if (test.after === undefined) {
      assert.equal(result?.text, undefined, `${name}: nothing to do`);
      continue;
    }
    const after = marked(vary(test.after));
    assert.equal(result?.text, after.text, name);
    others = result!.others;
    if (after.spans.length > 0) {
      const again = applied(test.make(after.spans, after.text), sourceOf(file, after.text, project, test.files));
      assert.equal(again?.text, undefined, `${name}: applying it twice changes nothing`);
    }
  }
  return others;
}
