import type { DisabledCheck } from '../model/configuration';
import type { FixProposal } from '../model/rule';

/** Takes away what keeps a check from failing. Whoever relied on it sees the check fail: it is for people to choose. */
export function takeAway({ file, by, label, weakened, mended }: DisabledCheck): FixProposal[] {
  if (!mended) return [];
  const title = weakened ? `Set ${label} to true` : by === 'command' ? 'Let the script fail' : `Remove ${label}`;
  return [{ id: 'restore-check', kind: 'suggestion', title, build: () => [{ file, edits: mended.map((edit) => ({ ...edit })) }] }];
}
