import type { ContainerImage } from '../model/configuration';
import type { Span } from '../model/finding';
import type { FixProposal } from '../model/rule';

/** Names the unprivileged user that the base comes with, in front of what starts the process. */
export function runUnprivileged({ file, user }: ContainerImage): FixProposal[] {
  if (!user) return [];
  return [
    {
      id: 'run-unprivileged',
      kind: 'suggestion',
      title: `Run it as the user ${user.name}`,
      build: ({ text }) => [
        { file, edits: [{ start: user.at, end: user.at, newText: `USER ${user.name}${text.includes('\r\n') ? '\r\n' : '\n'}` }] },
      ],
    },
  ];
}

/** Installs what the lockfile says. */
export function installAsLocked(file: string, span: Span, instead: string): FixProposal[] {
  return [
    {
      id: 'install-as-locked',
      kind: 'suggestion',
      title: `Use ${instead}`,
      build: () => [{ file, edits: [{ ...span, newText: instead }] }],
    },
  ];
}
