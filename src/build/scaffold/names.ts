import { dimensionIds, type DimensionId } from '../../model/dimension';
import { isRuleId } from '../../model/meta';

/** A request that can't be carried out, said in one line for the person who typed it. */
export class Refused extends Error {}

/** What is to be created. */
export type Request = { kind: 'rule' | 'check'; dimension: DimensionId; id: string } | { kind: 'library'; id: string };

/** How the command is called. */
export const usage = `Usage: npm run new -- rule DIMENSION ID
       npm run new -- check DIMENSION ID
       npm run new -- library ID
Dimensions: ${dimensionIds.join(', ')}`;

const libraryGrammar = /^[a-z][a-zA-Z0-9]*(-[a-z0-9]+)*$/;

/** Reads the arguments. Throws {@link Refused} when they are wrong. */
export function parseRequest(args: readonly string[]): Request {
  const [kind, ...rest] = args;
  if (kind === 'library') {
    const [id] = rest;
    if (id === undefined || rest.length > 1) throw new Refused(usage);
    if (!libraryGrammar.test(id))
      throw new Refused(`"${id}" is no library id: letters and digits that start with a lower-case letter, with hyphens between words.`);
    return { kind, id };
  }
  if (kind !== 'rule' && kind !== 'check') throw new Refused(usage);
  const [dimension, id] = rest;
  if (dimension === undefined || id === undefined || rest.length > 2) throw new Refused(usage);
  const known = dimensionIds.find((candidate) => candidate === dimension);
  if (!known) throw new Refused(`"${dimension}" is no dimension; there are ${dimensionIds.join(', ')}.`);
  if (!isRuleId(id)) {
    throw new Refused(
      `"${id}" is no id: write a lower-case noun phrase that names the gap, with hyphens and without "no-" or "require-" in front.`,
    );
  }
  return { kind, dimension: known, id };
}

/** An id as a title: `missing-audit-trail` is "Missing audit trail". */
export function titleFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
}
