import type { AccessRule } from '../model/configuration';
import type { FixProposal } from '../model/rule';

/** Lets people at what is theirs where the path says whose it is, and closes everything else until somebody says who may. */
export function narrowRule({ file, owner, condition, everything }: AccessRule): FixProposal[] {
  if (!condition) return [];
  const isTree = file.endsWith('.json');
  const own =
    owner === undefined
      ? undefined
      : isTree
        ? `"auth !== null && auth.uid === ${owner}"`
        : `request.auth != null && request.auth.uid == ${owner}`;
  const edit =
    (newText: string): FixProposal['build'] =>
    () => [{ file, edits: [{ ...condition, newText }] }];
  if (own !== undefined && !everything)
    return [{ id: 'own-only', kind: 'suggestion', title: 'Let people at their own alone', build: edit(own) }];
  return [{ id: 'close', kind: 'suggestion', title: 'Close it until rules say who may', build: edit('false') }];
}
