import type { FixProposal } from '../model/rule';

/** Has version control leave a file out, in the list that is nearest to it, or in a new one in the root. */
export function leaveOut(file: string): FixProposal[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return [
    {
      id: 'leave-out',
      kind: 'suggestion',
      title: `Add ${name} to .gitignore`,
      build({ read }) {
        if (!read) return undefined;
        for (let end = file.lastIndexOf('/'); ; end = file.lastIndexOf('/', end - 1)) {
          const list = `${end === -1 ? '' : file.slice(0, end + 1)}.gitignore`;
          const text = read(list);
          if (text !== undefined) {
            const newline = text.includes('\r\n') ? '\r\n' : '\n';
            return [
              {
                file: list,
                edits: [
                  {
                    start: text.length,
                    end: text.length,
                    newText: `${text === '' || text.endsWith('\n') ? '' : newline}${name}${newline}`,
                  },
                ],
              },
            ];
          }
          if (end === -1) return [{ file: list, create: true, edits: [{ start: 0, end: 0, newText: `${name}\n` }] }];
        }
      },
    },
  ];
}
