import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Meta } from '../../model/meta';
import { judgement, parseVerdicts } from '../accuracy/verdicts';
import { loadDefinitions, type Definitions } from './definitions';
import { librariesOfFixtures } from './fixtureLibraries';
import { definitionFiles, families, renderIndex } from './indexes';
import { renderHeader, renderTable, summaryOf, withHeader, withTable } from './markdown';
import { renderSchema } from './schemas';
import { sourceTree, type SourceTree } from './tree';

/** What a run found. Paths are relative to the root, sorted. */
export interface Generated {
  /** Files that were not up to date; written unless `check` was set. */
  stale: string[];
}

/**
 * Brings generated files up to date: the indexes of rules, checks and libraries, the heads of their pages, the JSON
 * Schemas and the table in the README. With `check`, nothing is written. Indexes are written first, so that they are
 * right even if a definition then fails to load, which throws.
 */
export async function runGenerate(options: { check?: boolean; root?: string } = {}): Promise<Generated> {
  const { check = false, root = process.cwd() } = options;
  const tree = sourceTree(root);
  const stale: string[] = [];
  const settle = (file: string, text: string): void => {
    if (tree.read(file) === text) return;
    stale.push(file);
    if (check) return;
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };

  for (const family of families) settle(`src/${family.name}/index.ts`, renderIndex(family, definitionFiles(tree, family)));
  const definitions = await loadDefinitions(tree);
  const pages = [...renderPages(tree, definitions)];
  for (const { file, text } of pages) settle(file, text);
  const described = [...definitions.rules, ...definitions.checks];
  for (const [name, schema] of Object.entries(definitions.schemas))
    settle(`media/schemas/${name}.schema.json`, renderSchema(name, schema, [...described, ...definitions.ownRules]));
  const readme = tree.read('README.md');
  if (readme !== undefined) {
    const summaries = new Map(pages.map(({ meta, file, text }) => [meta, { page: file, summary: summaryOf(text) }]));
    const entries = described.flatMap((meta) =>
      summaries.has(meta) && meta.maturity !== 'deprecated' ? [{ meta, ...summaries.get(meta)! }] : [],
    );
    settle('README.md', withTable(readme, renderTable(byDimension(entries))));
  }
  return { stale: stale.sort() };
}

/** Pages that exist, with fresh heads. A page that is missing is for a person to write; a test asks for it. */
function* renderPages(tree: SourceTree, definitions: Definitions): Generator<{ meta: Meta; file: string; text: string }> {
  const { rules, ownRules, checks } = definitions;
  for (const [kind, folder, metas] of [
    ['Rule', 'rules', [...rules, ...ownRules]],
    ['Check', 'checks', checks],
  ] as const) {
    for (const meta of metas) {
      const file = `docs/${folder}/${meta.id}.md`;
      const page = tree.read(file);
      if (page === undefined) continue;
      const libraries = librariesOfFixtures(tree, `test/${folder}/${meta.dimension}/${meta.id}`, definitions.libraries);
      yield { meta, file, text: withHeader(page, renderHeader(kind, meta, libraries, judgedOf(tree, meta.id))) };
    }
  }
}

/** What people judged of findings of a rule. */
function judgedOf(tree: SourceTree, id: string): string | undefined {
  const file = `test/verdicts/${id}.jsonl`;
  const text = tree.read(file);
  return text === undefined ? undefined : judgement(parseVerdicts(text, file));
}

/** Rules and checks of one dimension together, in the order of their first appearance. */
function byDimension<T extends { meta: Meta }>(entries: readonly T[]): T[] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) groups.set(entry.meta.dimension, [...(groups.get(entry.meta.dimension) ?? []), entry]);
  return [...groups.values()].flat();
}
