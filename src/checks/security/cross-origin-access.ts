import type { CorsPolicy } from '../../model/facts';
import type { RelatedLocation } from '../../model/finding';
import { defineCheck } from '../../model/meta';

/** More would not be read. */
const listed = 100;

/** Files of platforms that add headers, and how they say that every site may read. */
const platforms: readonly [file: RegExp, says: RegExp][] = [
  [/(^|\/)vercel\.json$/, /"key"\s*:\s*"access-control-allow-origin"\s*,\s*"value"\s*:\s*"\*"/i],
  [/(^|\/)_headers$|(^|\/)netlify\.toml$/, /access-control-allow-origin\s*[:=]\s*"?\*/i],
];

/** Pages of all sites may read what the server answers to anybody: said once, however many endpoints do so. */
export default defineCheck({
  id: 'cross-origin-access',
  dimension: 'security',
  title: 'Every site may read answers',
  severity: 'info',
  confidence: 'medium',
  fixKinds: [],
  cwe: [942],
  owasp: ['ASVS 3.4.2', 'A02'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: 'Pages of every site may read answers of this project ({{count}} {{places}}). Cookies do not go with them: for a public API, and where each caller shows a token of its own, that is meant; otherwise list the sites that are yours.',
  },
  passTitle: 'Only listed sites may read answers',
  run(project, context) {
    const policies = project.facts('cors');
    const open: RelatedLocation[] = policies.filter(isOpen).flatMap((policy) => {
      const at = project.place(policy.file, policy.decides ?? policy.span);
      return at ? [{ ...at, message: `${policy.label} lets every site in.` }] : [];
    });
    open.push(...platforms.flatMap(([name, says]) => project.files.filter((file) => name.test(file)).flatMap((file) => inText(file, project.read(file) ?? '', says))));
    if (open.length === 0) {
      if (policies.length === 0) return context.notApplicable('No site but its own may read answers: that is what a browser does by itself.');
      if (policies.every(({ admits }) => admits === 'unknown')) return context.unknown('Which sites may read answers could not be read.');
      return context.pass('Only listed sites may read answers.');
    }
    open.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
    const { message: _, ...first } = open[0]!;
    context.gap('gap', { count: open.length, places: open.length === 1 ? 'place' : 'places' }, first, [], open.slice(0, listed));
  },
});

/** With cookies it is worse, and permissive-cors says so at the place itself. A star and cookies together let nobody in. */
function isOpen({ admits, cookies }: CorsPolicy): boolean {
  return admits === 'all' || ((admits === 'asking' || admits === 'loose') && cookies === 'absent');
}

function inText(file: string, text: string, says: RegExp): RelatedLocation[] {
  const found = says.exec(text);
  if (!found) return [];
  const before = text.slice(0, found.index).split('\n');
  const line = before.length;
  const column = before[line - 1]!.length + 1;
  const length = found[0].split('\n')[0]!.trimEnd().length;
  return [{ file, line, column, endLine: line, endColumn: column + length, message: 'Every answer gets this header.' }];
}
