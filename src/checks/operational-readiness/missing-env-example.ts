import type { EnvironmentEntry, SettingRead } from '../../model/configuration';
import type { RelatedLocation } from '../../model/finding';
import { createEnvExample, extendEnvExample } from '../../fixes/scaffold';
import { defineCheck } from '../../model/meta';

/** More would not be read. */
const listed = 100;
const named = 4;
/** From so many on that pages name, they are where settings are written down. */
const enough = 5;
/** Pages that say how the project is set up. */
const page =
  /(?:^|\/)[^/]*(?:readme|contribut|deploy|setup|set-up|install|getting-?started|self-?host|config|environment|(?:^|[-_/])env(?![a-z]))[^/]*\.mdx?$/i;

/** Settings that one has to know of to run the application, and that are written down nowhere but in the code. */
export default defineCheck({
  id: 'missing-env-example',
  dimension: 'operational-readiness',
  title: 'Settings that are written down nowhere',
  severity: 'info',
  confidence: 'high',
  fixKinds: ['scaffold', 'suggestion'],
  cwe: [1053],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: 'The code reads {{settings}} of the environment ({{examples}}), and no .env.example says which: whoever sets up a machine finds them one by one.',
    drift: '{{file}} lacks {{settings}} of the {{total}} that the code reads: {{examples}}.',
  },
  passTitle: 'Settings of the environment are written down',
  run(project, context) {
    const reads = project.facts('settingRead');
    if (reads.length === 0) return context.notApplicable('No setting of the environment is read.');
    const schema = project.facts('envCheck')[0];
    const entries = project.facts('environmentEntry');
    const known = new Set(entries.map(({ name }) => name));
    const pages = project.files
      .filter((file) => page.test(file))
      .map((file) => project.read(file) ?? '')
      .join('\n');
    const missing = new Map<string, SettingRead>();
    const all = new Set(reads.map(({ name }) => name));
    for (const read of reads)
      if (!known.has(read.name) && !missing.has(read.name) && !new RegExp(`\\b${read.name}\\b`).test(pages)) missing.set(read.name, read);
    const example = exampleOf(
      entries,
      [...missing.values(), ...reads].map(({ file }) => file),
    );
    if (missing.size === 0)
      return context.pass(
        `All ${all.size} settings that the code reads are written down.`,
        example ? [project.place(example.file, example.span)].flatMap((place) => place ?? []) : [],
      );
    if (schema?.by.includes('['))
      return context.unknown(
        `${schema.by} looks at some settings when the application starts, and ${missing.size} of all may be among them.`,
      );
    // A schema that is looked at when the application starts says more than an example.
    if (schema)
      return context.pass(
        `${schema.by} names the settings.`,
        [project.place(schema.file, schema.span)].flatMap((place) => place ?? []),
      );
    const written = [...all].filter((name) => new RegExp(`\\b${name}\\b`).test(pages)).length;
    // Pages that name most of them are where this project writes them down.
    if (!example && written >= enough && written >= missing.size)
      return context.unknown(`${written} of the ${all.size} settings that the code reads are named in pages on how to set it up.`);
    const places = [...missing.values()].flatMap(({ file, span, name }): RelatedLocation[] =>
      [project.place(file, span)].flatMap((place) => (place ? [{ ...place, message: `${name} is read here.` }] : [])),
    );
    const data = {
      settings: missing.size === 1 ? '1 setting' : `${missing.size} settings`,
      total: all.size,
      file: example?.file ?? '',
      examples: [...missing.keys()].sort().slice(0, named).join(', '),
    };
    const [first] = places;
    const fixes = example ? extendEnvExample([...missing.keys()].sort(), example.file) : createEnvExample([...all].sort(), '.env.example');
    context.gap(
      example ? 'drift' : 'gap',
      data,
      first && { file: first.file, line: first.line, column: first.column, endLine: first.endLine, endColumn: first.endColumn },
      fixes,
      places.slice(0, listed),
    );
  },
});

/** The first entry of the example for the code: of several, the one whose folder has most of what reads settings, then the one further out. */
function exampleOf(entries: readonly EnvironmentEntry[], readers: readonly string[]): EnvironmentEntry | undefined {
  // `config/config.env.example` is for what lies around its folder.
  const folder = (file: string): string =>
    file.slice(0, file.lastIndexOf('/') + 1).replace(/(?:^|(?<=\/))(?:config|env|environments?)\/$/, '');
  const firsts = entries.filter(
    ({ purpose, file }, index) => purpose === 'example' && entries.findIndex((other) => other.file === file) === index,
  );
  const served = firsts
    .map((entry) => ({ entry, readers: readers.filter((file) => file.startsWith(folder(entry.file))).length }))
    .filter(({ readers: count }) => count > 0);
  return served.sort((a, b) => b.readers - a.readers || a.entry.file.length - b.entry.file.length)[0]?.entry;
}
