import { z } from 'zod';
import type { Location, RelatedLocation, ShownFinding, Span } from '../model/finding';
import type { FileEdit, Fix, FixOffer, TextEdit } from '../model/fix';
import { attestationSchema, dimensionIdSchema, readinessFileSchema } from '../model/readiness';
import { guardKinds } from '../model/roles';
import type { Action, FileChange, RouteRow, RuleDescription } from './api';
import type { FileDelta, MovedFinding, ScorecardDelta } from './delta';

/**
 * Messages between a front end and the engine's worker. Both sides validate what they receive with these schemas and go on
 * with the message as it came, so that fields added later pass through.
 */

const position = z.number().int().positive();
const offset = z.number().int().nonnegative();
const version = z.number().int().nonnegative();

const spanSchema: z.ZodType<Span> = z.object({ start: offset, end: offset });

const place = { file: z.string(), line: position, column: position, endLine: position, endColumn: position };

const locationSchema: z.ZodType<Location> = z.object(place);

const relatedSchema: z.ZodType<RelatedLocation> = z.object({ ...place, message: z.string() });

const fixKind = z.enum(['fix', 'suggestion', 'scaffold']);
const severity = z.enum(['error', 'warning', 'info']);
const confidence = z.enum(['high', 'medium', 'low']);

const offerSchema: z.ZodType<FixOffer> = z.object({ id: z.string(), kind: fixKind, title: z.string() });

const findingSchema: z.ZodType<ShownFinding> = z.object({
  rule: z.string(),
  dimension: dimensionIdSchema,
  outcome: z.enum(['gap', 'pass', 'notApplicable', 'unknown', 'error']),
  severity,
  confidence,
  location: locationSchema,
  message: z.string(),
  shape: z.string().optional(),
  related: z.array(relatedSchema),
  fingerprint: z.string(),
  status: z.enum(['open', 'suppressed', 'waived', 'baselined']),
  statusReason: z.string().optional(),
  fixes: z.array(offerSchema),
  occurrences: z.number().int().positive().optional(),
});

const movedSchema: z.ZodType<MovedFinding> = z.object({
  was: offset,
  location: locationSchema,
  related: z.array(relatedSchema).optional(),
});

const fileDeltaSchema: z.ZodType<FileDelta> = z.object({
  file: z.string(),
  version,
  skipped: z.string().optional(),
  findings: z.array(z.union([offset, movedSchema, findingSchema])),
});

const itemStatus = z.enum(['pass', 'gap', 'unknown', 'notApplicable', 'manual', 'waived']);

const itemStateSchema = z.object({
  item: z.object({
    id: z.string(),
    dimension: dimensionIdSchema,
    title: z.string(),
    type: z.enum(['auto', 'mixed', 'manual']),
    weight: z.number(),
    backedBy: z.array(z.string()),
    question: z.string().optional(),
  }),
  status: itemStatus,
  score: z.number().optional(),
  detail: z.string(),
  findings: z.array(z.string()),
  evidence: z.array(z.object({ note: z.string(), file: z.string().optional(), line: position.optional() })),
  attestation: attestationSchema.optional(),
  expired: z.boolean().optional(),
});

const counts = { met: offset, gaps: offset, blockers: offset, unknown: offset, score: z.number() };

const scorecardDeltaSchema: z.ZodType<ScorecardDelta> = z.object({
  dimensions: z.array(z.object({ dimension: dimensionIdSchema, items: z.array(z.union([z.string(), itemStateSchema])), ...counts })),
  stage: z.enum(['Demo', 'Prototype', 'Product', 'System']),
  next: z.array(z.object({ item: z.string(), title: z.string(), reason: z.string() })),
  unverified: z.number(),
});

const editSchema: z.ZodType<TextEdit> = z.object({ start: offset, end: offset, newText: z.string() });

const fileEditSchema: z.ZodType<FileEdit> = z.object({ file: z.string(), create: z.boolean().optional(), edits: z.array(editSchema) });

const fixSchema: z.ZodType<Fix> = z.object({
  id: z.string(),
  kind: fixKind,
  title: z.string(),
  edits: z.array(fileEditSchema),
  skipped: z.array(z.object({ step: z.string(), reason: z.string() })).optional(),
});

const actionSchema: z.ZodType<Action> = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['fix', 'suggestion', 'scaffold', 'harden', 'suppress', 'declare', 'explain']),
  finding: z.object({ fingerprint: z.string(), rule: z.string() }).optional(),
  isPreferred: z.boolean(),
  asks: z.literal('reason').optional(),
  disabled: z.string().optional(),
});

const guardKind = z.enum(guardKinds);
const guardLevel = z.enum(['NONE', 'PRESENCE_ONLY', 'OPTIONAL', 'AUTHENTICATED', 'OWNER', 'ROLE', 'SECRET', 'RLS', 'PUBLIC_DECLARED']);

const routeSchema: z.ZodType<RouteRow> = z.object({
  framework: z.string(),
  method: z.string(),
  path: z.string(),
  file: z.string(),
  line: position,
  guards: z.array(z.object({ kind: guardKind, level: guardLevel, name: z.string(), file: z.string(), line: position })),
  authentication: z.enum(['present', 'absent', 'unknown', 'public', 'delegated']),
  level: guardLevel,
  reason: z.string().optional(),
  roles: z.partialRecord(guardKind, z.enum(['present', 'absent', 'unknown'])),
  evidence: z.partialRecord(guardKind, z.string()),
  sinks: z.array(z.enum(['write', 'read-private', 'privileged', 'paid', 'exec', 'outbound'])),
  package: z.string(),
  group: z.string(),
  handler: z.object({ file: z.string(), line: position }).optional(),
});

/** Endpoints that are registered in one file; none when it has none any more. */
const fileRoutesSchema = z.object({ file: z.string(), rows: z.array(routeSchema) });
export type FileRoutes = z.infer<typeof fileRoutesSchema>;

const ruleSchema: z.ZodType<RuleDescription> = z.object({
  id: z.string(),
  kind: z.enum(['rule', 'check']),
  dimension: dimensionIdSchema,
  title: z.string(),
  severity,
  confidence,
  fixKinds: z.array(fixKind),
  cwe: z.array(z.number()),
  owasp: z.array(z.string()),
  since: z.string(),
  maturity: z.string(),
  helpUri: z.string(),
});

const changeSchema: z.ZodType<FileChange> = z.object({ file: z.string(), type: z.enum(['created', 'changed', 'deleted']) });

/** Names a session: the address of the workspace folder. */
const folder = z.string();
const session = z.number().int().positive();
const id = z.number().int().positive();

/** Something to do that is not answered. */
const commandSchema = z.discriminatedUnion('type', [
  /**
   * Starts a session, in the place of an earlier one of this folder. Without `root` nothing is read from disk: only texts
   * that are sent are judged. What it says carries its number, to be told apart from what an earlier one said late.
   */
  z.object({ type: z.literal('open'), folder, session, root: z.string().optional(), exclude: z.array(z.string()) }),
  z.object({ type: z.literal('close'), folder }),
  z.object({ type: z.literal('setText'), folder, file: z.string(), text: z.string(), version }),
  z.object({ type: z.literal('editText'), folder, file: z.string(), edits: z.array(editSchema), version }),
  z.object({ type: z.literal('release'), folder, file: z.string() }),
  z.object({ type: z.literal('filesChanged'), folder, changes: z.array(changeSchema) }),
  /** What people said; absent without a file. */
  z.object({ type: z.literal('readiness'), folder, content: readinessFileSchema.optional() }),
  /** Endpoints are listed from now on, or no longer. Each file is sent when its endpoints are others than were sent last. */
  z.object({ type: z.literal('watchRoutes'), folder, on: z.boolean() }),
  z.object({ type: z.literal('cancel'), id }),
]);

/** Something that is answered with a `reply` of the same id. */
const requestSchema = z.discriminatedUnion('type', [
  /** Answered with a `ScanSummary` when everything was read, or when it was cancelled. */
  z.object({ type: z.literal('scan'), id, folder }),
  /** Answered with `Action[]`; empty when the text is not of this version any more. `thorough` checks hardening too. */
  z.object({ type: z.literal('actions'), id, folder, file: z.string(), version, span: spanSchema, thorough: z.boolean() }),
  /** Answered with a `Fix`, or nothing when the text moved on or the edit failed its checks. */
  z.object({ type: z.literal('resolve'), id, folder, file: z.string(), version, action: z.string(), reason: z.string().optional() }),
  /** Answered with one `Fix` of all safe fixes, of one rule when `rule` is set; nothing when there is none. */
  z.object({ type: z.literal('fixAll'), id, folder, file: z.string(), version, rule: z.string().optional() }),
  /** Answered with memory and state of the sessions, as text for people. */
  z.object({ type: z.literal('diagnostics'), id }),
]);

/** From the front end to the worker. */
export const hostMessageSchema = z.union([commandSchema, requestSchema]);
export type HostCommand = z.infer<typeof commandSchema>;
export type HostRequest = z.infer<typeof requestSchema>;
export type HostMessage = HostCommand | HostRequest;

const scanSummarySchema = z.object({
  /** False when it was cancelled. */
  complete: z.boolean(),
  analysed: offset,
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
  milliseconds: z.number(),
});
/** How a scan of a folder went. */
export type ScanSummary = z.infer<typeof scanSummarySchema>;

/** What each request is answered with. */
export const answerSchemas = {
  scan: scanSummarySchema,
  actions: z.array(actionSchema),
  resolve: fixSchema.optional(),
  fixAll: fixSchema.optional(),
  diagnostics: z.string(),
};

export type RequestType = HostRequest['type'];
export type RequestOf<T extends RequestType> = Extract<HostRequest, { type: T }>;
export type AnswerOf<T extends RequestType> = z.infer<(typeof answerSchemas)[T]>;

/** From the worker to the front end. */
export const workerMessageSchema = z.discriminatedUnion('type', [
  /** The first message of a worker. */
  z.object({ type: z.literal('ready'), rules: z.array(ruleSchema) }),
  z.object({ type: z.literal('reply'), id, value: z.unknown().optional(), error: z.string().optional() }),
  z.object({ type: z.literal('results'), folder, session, files: z.array(fileDeltaSchema) }),
  z.object({ type: z.literal('progress'), folder, session, done: offset, total: offset }),
  z.object({ type: z.literal('scorecard'), folder, session, delta: scorecardDeltaSchema }),
  z.object({ type: z.literal('routes'), folder, session, files: z.array(fileRoutesSchema) }),
  z.object({ type: z.literal('log'), level: z.enum(['debug', 'info', 'warn', 'error']), message: z.string() }),
]);
export type WorkerMessage = z.infer<typeof workerMessageSchema>;
