import type { Severity } from '../model/finding';
import { gapsOf, pathOf, type ReportInput } from './input';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Open gaps as workflow commands, which GitHub Actions shows beside the lines. */
export function renderGithub(inputs: readonly ReportInput[]): string {
  return inputs
    .flatMap((input) =>
      gapsOf(input)
        .filter(({ status }) => status === 'open')
        .map(({ severity, location, rule, message }) => {
          const { line, column, endLine, endColumn } = location;
          // Columns may only be given for a range on one line.
          const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
          const place = `file=${escapeProperty(pathOf(input, location.file))},line=${line},endLine=${endLine}${columns}`;
          return `::${commands[severity]} ${place},title=${escapeProperty(`Production Gap: ${rule}`)}::${escapeMessage(message)}\n`;
        }),
    )
    .join('');
}
