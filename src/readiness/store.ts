import { parse, type ParseError } from 'jsonc-parser';
import { readinessFileSchema, type Attestation, type ReadinessFile } from '../model/readiness';

/** Path of the readiness file, relative to the project's root. */
export const readinessFile = '.production-gap/readiness.json';

/** A project about which nobody has said anything yet. */
export const emptyReadiness: ReadinessFile = { version: 1, attestations: [], notApplicable: [], acceptedRisks: [] };

/**
 * What was read. Without `readiness` the file could not be understood: show `error`, and never write over the file, since
 * that would lose what people said.
 */
export type ReadinessReading =
  { readiness: ReadinessFile; error?: undefined } | { readiness?: undefined; error: { message: string; line?: number } };

function failed(message: string, line?: number): ReadinessReading {
  return { error: line === undefined ? { message } : { message, line } };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Reads the text of a readiness file; `undefined` stands for a project without one. Never throws. */
export function parseReadiness(text: string | undefined): ReadinessReading {
  if (text === undefined) return { readiness: emptyReadiness };
  const conflict = /^(?:<{7}|={7}|>{7})(?: |$)/m.exec(text);
  if (conflict) return failed('A merge conflict is left in the file.', lineAt(text, conflict.index));
  const mistakes: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ' '), mistakes, { disallowComments: true, allowEmptyContent: false });
  if (mistakes[0]) return failed('The file is not valid JSON.', lineAt(text, mistakes[0].offset));
  const result = readinessFileSchema.safeParse(value);
  if (result.success) return { readiness: result.data };
  const issue = result.error.issues[0]!;
  if (issue.path[0] === 'version') return failed('The file was written by another version of Production Gap.');
  return failed(`The file is not in the expected form (${issue.path.join('.')}: ${issue.message}).`);
}

function list(entries: readonly object[]): string {
  return entries.length === 0 ? '[]' : `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`;
}

/** Fields in the order of the schema, so that the same content always gives the same text. */
function inOrder<T extends object>(entry: T, keys: readonly (keyof T & string)[]): object {
  return Object.fromEntries(keys.flatMap((key) => (entry[key] === undefined ? [] : [[key, entry[key]]])));
}

function sorted<T extends { item: string; on: string }>(entries: readonly T[]): T[] {
  const keyOf = ({ item, on }: T): string => `${item}\0${on}`;
  return [...entries].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

/** One entry per line, sorted by item, so that branches that touch different items merge by themselves. */
export function renderReadiness(readiness: ReadinessFile): string {
  const attestations = sorted(readiness.attestations).map((entry) => inOrder(entry, ['item', 'by', 'on', 'note', 'evidence', 'expires']));
  const notApplicable = sorted(readiness.notApplicable).map((entry) => inOrder(entry, ['item', 'reason', 'by', 'on']));
  const acceptedRisks = sorted(readiness.acceptedRisks).map((entry) => inOrder(entry, ['item', 'owner', 'reason', 'on', 'expires']));
  return `{\n  "version": 1,\n  "attestations": ${list(attestations)},\n  "notApplicable": ${list(notApplicable)},\n  "acceptedRisks": ${list(acceptedRisks)}\n}\n`;
}

function without(readiness: ReadinessFile, item: string): ReadinessFile {
  const others = (entry: { item: string }): boolean => entry.item !== item;
  return {
    version: 1,
    attestations: readiness.attestations.filter(others),
    notApplicable: readiness.notApplicable.filter(others),
    acceptedRisks: readiness.acceptedRisks.filter(others),
  };
}

/** Records a tick in place of whatever was said about the item before. */
export function tick(readiness: ReadinessFile, attestation: Attestation): ReadinessFile {
  const rest = without(readiness, attestation.item);
  return { ...rest, attestations: [...rest.attestations, attestation] };
}

/** Takes a tick back; other statements about the item stay. */
export function untick(readiness: ReadinessFile, item: string): ReadinessFile {
  return { ...readiness, attestations: readiness.attestations.filter((entry) => entry.item !== item) };
}

/** Records that an item does not apply, in place of whatever was said about it before. */
export function markNotApplicable(readiness: ReadinessFile, statement: ReadinessFile['notApplicable'][number]): ReadinessFile {
  const rest = without(readiness, statement.item);
  return { ...rest, notApplicable: [...rest.notApplicable, statement] };
}

/** Records an accepted risk in place of whatever was said about the item before. */
export function acceptRisk(readiness: ReadinessFile, risk: ReadinessFile['acceptedRisks'][number]): ReadinessFile {
  const rest = without(readiness, risk.item);
  return { ...rest, acceptedRisks: [...rest.acceptedRisks, risk] };
}

/** Forgets everything that people said about an item. */
export function clearItem(readiness: ReadinessFile, item: string): ReadinessFile {
  return without(readiness, item);
}
