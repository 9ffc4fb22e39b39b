import type { ConnectionMade } from '../../model/facts';
import type { RelatedLocation } from '../../model/finding';
import { defineCheck } from '../../model/meta';

/** Two may be meant: one to write and one to read, or a worker beside a server. */
const fewest = 3;

/** Files make clients of the same database for themselves: each of them opens a pool of its own. */
export default defineCheck({
  id: 'shared-client',
  dimension: 'scalability',
  title: 'Clients made in many files',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: [],
  cwe: [1072],
  owasp: ['ASVS 13.1.2'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{files}} files{{where}} make {{label}} for themselves: each opens a pool of connections of its own, and together they take several times what the database was meant to give.',
  },
  passTitle: 'Files share one client of the database',
  run(project, context) {
    const made = project.facts('connection').filter(({ opens, program, varies }) => opens === 'pool' && !program && !varies);
    if (made.length === 0) return context.notApplicable('No client with a pool of connections was found.');
    const groups = new Map<string, ConnectionMade[]>();
    for (const client of made) {
      const key = `${packageOf(project.packages, client.file)}#${client.instance}`;
      groups.set(key, [...(groups.get(key) ?? []), client]);
    }
    // Those at the top of a file are made as soon as it is imported; others count beside them.
    const many = [...groups].filter(
      ([, all]) =>
        filesOf(all).length >= fewest &&
        filesOf(all.filter(({ fn, made: often }) => fn === undefined && often === 'once')).length >= fewest - 1,
    );
    for (const [key, all] of many) {
      const dir = key.slice(0, key.indexOf('#'));
      const places = all.flatMap(({ file, span, label }): RelatedLocation[] => {
        const at = project.place(file, span);
        return at ? [{ ...at, message: `${label} in this file.` }] : [];
      });
      const [first] = places;
      const at = first && { file: first.file, line: first.line, column: first.column, endLine: first.endLine, endColumn: first.endColumn };
      context.gap('gap', { files: filesOf(all).length, where: dir === '' ? '' : ` in ${dir}`, label: all[0]!.label }, at, [], places);
    }
    if (many.length === 0) context.pass('No database has clients in more than two files.');
  },
});

function filesOf(clients: readonly ConnectionMade[]): string[] {
  return [...new Set(clients.map(({ file }) => file))];
}

function packageOf(packages: readonly { dir: string }[], file: string): string {
  return (
    packages
      .map(({ dir }) => dir)
      .filter((dir) => dir === '' || file.startsWith(`${dir}/`))
      .sort((a, b) => b.length - a.length)[0] ?? ''
  );
}
