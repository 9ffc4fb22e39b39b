import { z } from 'zod';
import { dimensionIdSchema } from '../model/readiness';
import { guardKinds } from '../model/roles';

const position = z.number().int().positive();
const file = z.string().describe('Path relative to the root, with forward slashes.');
const severity = z.enum(['error', 'warning', 'info']);
const confidence = z.enum(['high', 'medium', 'low']);
const fixKind = z.enum(['fix', 'suggestion', 'scaffold']);

const guardKind = z.enum(guardKinds);

/** One gap as `check --format json` prints it. Lines and columns are 1-based; the end column is exclusive. */
export const reportedFindingSchema = z.strictObject({
  rule: z.string(),
  dimension: dimensionIdSchema,
  severity,
  confidence,
  file,
  line: position,
  column: position,
  endLine: position,
  endColumn: position,
  message: z.string(),
  fingerprint: z.string().describe('Stays the same under edits elsewhere in the file.'),
  status: z.enum(['open', 'suppressed', 'waived', 'baselined']).describe('Only open findings count.'),
  fixes: z.array(z.strictObject({ kind: fixKind, title: z.string() })),
  related: z.array(z.strictObject({ file, line: position, message: z.string() })),
});

/** What `check --format json` prints for one project. */
export const projectReportSchema = z.strictObject({
  version: z.literal(1).describe('Version of this format.'),
  tool: z.strictObject({ name: z.literal('production-gap'), version: z.string() }),
  root: z.string().describe('Folder that was judged.'),
  findings: z.array(reportedFindingSchema).describe('Every gap, whatever its confidence and status.'),
  files: z.strictObject({
    analysed: z.array(z.string()).describe('Paths of the files that were analysed.'),
    skipped: z.array(z.strictObject({ file, reason: z.string() })),
  }),
  timings: z
    .record(z.string(), z.number().nonnegative())
    .describe('Milliseconds by phase, when this was worked out; an answer that is repeated has those of the first time.'),
});

/** What `check --format json` prints: an object for one folder, an array for several. */
export const checkReportSchema = z.union([projectReportSchema, z.array(projectReportSchema)]);

/** What `routes --format json` prints. */
export const routesReportSchema = z.array(
  z.strictObject({
    framework: z.string(),
    method: z.string(),
    path: z.string(),
    file,
    line: position,
    guards: z.array(
      z.strictObject({
        kind: guardKind,
        name: z.string(),
        file,
        line: position,
      }),
    ),
    authentication: z.enum(['present', 'absent', 'unknown', 'public', 'delegated']),
    level: z.enum(['NONE', 'PRESENCE_ONLY', 'OPTIONAL', 'AUTHENTICATED', 'OWNER', 'ROLE', 'SECRET', 'RLS', 'PUBLIC_DECLARED']),
    roles: z
      .partialRecord(guardKind, z.enum(['present', 'absent', 'unknown']))
      .describe('Verdict per role. Unknown is neither a gap nor a pass.'),
    evidence: z.partialRecord(guardKind, z.string()).describe('By what a role was found, or why it is unknown or absent.'),
    sinks: z.array(z.enum(['write', 'read-private', 'privileged', 'paid', 'exec', 'outbound'])).describe('What a request can bring about.'),
    package: z.string().describe('Folder of the package it belongs to; empty for the root.'),
    handler: z.strictObject({ file, line: position }).optional().describe('Where the function that answers stands.'),
  }),
);

/** What `rules --format json` prints. */
export const rulesReportSchema = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum(['rule', 'check']),
    dimension: dimensionIdSchema,
    title: z.string(),
    severity,
    confidence,
    fixKinds: z.array(fixKind),
    cwe: z.array(z.number().int().positive()),
    owasp: z.array(z.string()),
    since: z.string(),
    maturity: z.string(),
    helpUri: z.string(),
  }),
);

export type ReportedFinding = z.infer<typeof reportedFindingSchema>;
export type ProjectReport = z.infer<typeof projectReportSchema>;
export type CheckReport = z.infer<typeof checkReportSchema>;
export type RoutesReport = z.infer<typeof routesReportSchema>;
export type RulesReport = z.infer<typeof rulesReportSchema>;

/** Schemas of everything that the command line prints as JSON, by command. Published as JSON Schema. */
export const outputSchemas = { check: checkReportSchema, routes: routesReportSchema, rules: rulesReportSchema };
