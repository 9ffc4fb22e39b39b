import type { PackageInfo } from '../../model/check';
import type { EnvRead } from '../../model/facts';
import type { RelatedLocation } from '../../model/finding';
import { databaseSetting } from '../../model/lexicon';
import { defineCheck } from '../../model/meta';

/** One or two settings are soon found when they are missing. */
const fewest = 3;
const listed = 100;
/** Names in the message. */
const shown = 5;

/** Settings are taken for granted all over the code, and nothing looks at them when the application starts. */
export default defineCheck({
  id: 'unvalidated-env',
  dimension: 'operational-readiness',
  title: 'Settings that nobody checks',
  severity: 'warning',
  confidence: 'high',
  fixKinds: [],
  cwe: [1188],
  owasp: ['A02'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{names}} settings of the environment are taken for granted{{where}} ({{examples}}), and nothing checks them when the application starts. A deployment without {{first}} starts all the same, and {{breaks}}.',
  },
  passTitle: 'Settings are checked when the application starts',
  run(project, context) {
    const reads = project.facts('envRead').filter((read) => !isLookedAt(read, project.read(read.file) ?? ''));
    const checks = project.facts('envCheck');
    const [first] = checks.flatMap(({ file, span }) => project.place(file, span) ?? []);
    const checked = new Set(checks.map(({ file }) => packageOf(project.packages, file)));
    const byPackage = new Map<string, EnvRead[]>();
    for (const read of reads) {
      const dir = packageOf(project.packages, read.file);
      if (!checked.has(dir)) byPackage.set(dir, [...(byPackage.get(dir) ?? []), read]);
    }
    const open = [...byPackage]
      .map(([dir, all]) => ({ dir, all, names: [...new Set(all.map(({ name }) => name))].sort() }))
      .filter(({ names }) => names.length >= fewest);
    for (const { dir, all, names } of open) {
      const places = all.flatMap(({ file, span, name, how }): RelatedLocation[] => {
        const at = project.place(file, span);
        return at
          ? [{ ...at, message: how === 'asserted' ? `${name} is said to be there.` : `${name} is replaced by an empty text.` }]
          : [];
      });
      // The place that is pointed at reads the first name of the message.
      const inOrder = [...new Set(all.map(({ name }) => name))];
      const [place] = places;
      const at = place && { file: place.file, line: place.line, column: place.column, endLine: place.endLine, endColumn: place.endColumn };
      context.gap(
        'gap',
        {
          names: names.length,
          where: dir === '' || project.packages.length < 2 ? '' : ` in ${dir}`,
          examples: listOf(inOrder),
          first: inOrder[0]!,
          breaks: breakageOf(all[0]!),
        },
        at,
        [],
        places.slice(0, listed),
      );
    }
    if (open.length > 0) return;
    if (checks.length > 0) return context.pass(`${checks[0]!.by} checks them.`, first ? [first] : []);
    if (reads.length > 0) return context.unknown('Only a few settings are taken for granted.');
    context.notApplicable('No setting of the environment is taken for granted.');
  },
});

function listOf(names: readonly string[]): string {
  return names.length <= shown ? names.join(', ') : `${names.slice(0, shown - 1).join(', ')} and ${names.length - shown + 1} more`;
}

/** What happens without a setting, as far as its name tells. */
function breakageOf({ name, how }: EnvRead): string {
  const value = how === 'asserted' ? '`undefined`' : 'an empty text';
  if (databaseSetting.test(name)) return 'the first query fails';
  if (/(JWT|SESSION|AUTH|COOKIE|ENCRYPTION|SIGNING|HMAC|HASH)_(SECRET|KEY)(_KEY)?$/.test(name))
    return `what it is to sign or encrypt fails or is done with ${value}`;
  if (/WEBHOOK_SECRET$|SIGNING_SECRET$/.test(name)) return `signatures are checked with ${value}`;
  if (/(KEY|TOKEN|SECRET|PASSWORD|CLIENT_ID|ACCOUNT_SID)$/.test(name)) return 'the service that it is for refuses the first call';
  if (/(URL|URI|HOST|DOMAIN|ENDPOINT)$/.test(name)) return `addresses are made with ${value}`;
  return `goes on with ${value} in its place`;
}

/** Does the file test the setting, or what it is kept in? */
function isLookedAt({ spelled }: EnvRead, text: string): boolean {
  const one = `(?:(?:process\\.|import\\.meta\\.|Deno\\.|Bun\\.)?(?:${spelled.join('|')}))(?![\\w$])`;
  return new RegExp(
    `!\\s*${one}(?!\\s*!)|\\bif\\s*\\(\\s*${one}|${one}\\s*(?:===?\\s*(?:undefined|null|['"])|\\?\\s*[^?.]|&&)|&&\\s*${one}\\s*\\)`,
  ).test(text);
}

/** Folder of the package that a file belongs to. */
function packageOf(packages: readonly PackageInfo[], file: string): string {
  return (
    packages
      .map(({ dir }) => dir)
      .filter((dir) => dir === '' || file.startsWith(`${dir}/`))
      .sort((a, b) => b.length - a.length)[0] ?? ''
  );
}
