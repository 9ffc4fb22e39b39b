import { ts } from 'ts-morph';
import type { CorsPolicy } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { bare } from '../syntax/nodes';
import { Draft } from './edits';
import { nodeAt } from './nodes';
import { quoted } from './style';

/** Lets in the sites that an entry of the environment lists, and none where it is missing. */
export function limitOrigins(policy: CorsPolicy): FixProposal {
  return {
    id: 'limit-origins',
    kind: 'suggestion',
    title: 'Let in only the sites that the environment lists',
    build: (source) => build(policy, source),
    mayBuild: (source) => build(policy, source) !== undefined,
  };
}

/**
 * `origin: true` becomes `origin: process.env.ALLOWED_ORIGINS?.split(',') ?? []`. A header that is written out takes one
 * address, so that it would have to be looked up for each request: that is for a person to write.
 */
function build(policy: CorsPolicy, source: FixSource): FileEdit[] | undefined {
  if (policy.takesList !== true || policy.decides === undefined) return undefined;
  const draft = new Draft(source);
  const found = nodeAt(draft.tree, policy.decides);
  if (!ts.isExpression(found)) return undefined;
  const value = bare(found);
  // Names may be used elsewhere, and lists, patterns and tests say whom somebody meant: a person has to carry that over.
  const isPlain =
    value.kind === ts.SyntaxKind.TrueKeyword || ts.isBinaryExpression(value) || (ts.isArrowFunction(value) && !ts.isBlock(value.body));
  if (!isPlain) return undefined;
  const read = readOf(draft, policy, value);
  if (read === undefined) return undefined;
  draft.replace(value.getStart(draft.tree), value.end, `${read}?.split(${quoted(',', draft.style)}) ?? []`);
  return draft.finish();
}

/** How the entry with the list is read: the one that is there, or one of its own. */
function readOf(draft: Draft, policy: CorsPolicy, value: ts.Expression): string | undefined {
  if (policy.admits === 'fallback') {
    if (!ts.isBinaryExpression(value)) return undefined;
    const left = draft.textOf(value.left);
    return /^(?:process\.env\.\w+|Deno\.env\.get\([^)]*\)|Bun\.env\.\w+)$/.test(left) ? left : undefined;
  }
  if (/\bDeno\./.test(draft.text)) return `Deno.env.get(${quoted('ALLOWED_ORIGINS', draft.style)})`;
  // Workers are given their environment with each request.
  return policy.library === 'hono' && !/\bprocess\.env\b/.test(draft.text) ? undefined : 'process.env.ALLOWED_ORIGINS';
}
