import type { LogCall } from '../../model/facts';
import type { RelatedLocation } from '../../model/finding';
import { defineCheck } from '../../model/meta';

/** A few lines, at the start of a server or in a handler, are no log. */
const fewest = 8;
/** Lines of the console for each line of a logger from which on the logger is the exception. */
const exception = 3;
const listed = 100;

/** What servers write goes to the console as plain text, where nothing can be filtered, counted or followed. */
export default defineCheck({
  id: 'missing-structured-logger',
  dimension: 'observability',
  title: 'No structured logger',
  severity: 'info',
  confidence: 'medium',
  fixKinds: [],
  cwe: [778],
  owasp: ['ASVS 16.2.1', 'ASVS 16.2.4', 'A09'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: 'Server code logs through the console only, {{lines}} lines in {{files}}: plain text without levels or fields, which nobody can search, filter or turn into an alert.',
    mostly:
      'Server code has a logger and logs {{lines}} lines in {{files}} past it through the console: levels, fields and redaction hold for {{logged}} only.',
  },
  passTitle: 'The server writes structured logs',
  run(project, context) {
    const calls = project.facts('logCall');
    const here = calls.filter(({ edge, handed }) => !edge && !handed);
    if (here.length === 0)
      return calls.length > 0
        ? context.notApplicable('What runs at the edge logs through the console of its platform.')
        : project.routes.length === 0
          ? context.notApplicable('There is no server code.')
          : context.unknown('No line of a log was found in server code.');
    const printed = here.filter(({ by }) => by === 'console');
    const logged = here.filter(({ by }) => by === 'logger');
    const own = here.filter(({ by }) => by === 'named');
    if (logged.length > 0 && (printed.length < fewest || printed.length <= exception * (logged.length + own.length))) {
      const [first] = logged.flatMap(({ file, span }) => project.place(file, span) ?? []);
      return context.pass(
        logged.length === 1 ? 'A line is written through a logger.' : `${logged.length} lines are written through a logger.`,
        first ? [first] : [],
      );
    }
    if (logged.length === 0 && own.length * exception >= printed.length && own.length > 0)
      return context.unknown("What the project's own logger writes could not be read.");
    if (printed.length < fewest) return context.unknown('Hardly any line of a log was found in server code.');
    const files = byFile(printed);
    const places = files.flatMap(([file, lines]): RelatedLocation[] => {
      const at = project.place(file, lines[0]!.span);
      return at ? [{ ...at, message: `${counted(lines.length, 'line')} through the console in this file.` }] : [];
    });
    const [first] = places;
    const at = first && { file: first.file, line: first.line, column: first.column, endLine: first.endLine, endColumn: first.endColumn };
    const used = logged.length + own.length;
    context.gap(
      used > 0 ? 'mostly' : 'gap',
      { lines: printed.length, files: counted(files.length, 'file'), logged: counted(used, 'line') },
      at,
      [],
      places.slice(0, listed),
    );
  },
});

function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

/** Files with the lines that they log, those with most lines first. */
function byFile(calls: readonly LogCall[]): [string, LogCall[]][] {
  const files = new Map<string, LogCall[]>();
  for (const call of calls) files.set(call.file, [...(files.get(call.file) ?? []), call]);
  return [...files].sort(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1));
}
