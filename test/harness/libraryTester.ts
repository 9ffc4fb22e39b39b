import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Fact, FactKind } from '../../src/model/facts';
import type { Library } from '../../src/model/library';
import { defineCheck } from '../../src/model/meta';
import { factLines, routeLine } from './factLines';
import { readFolder } from './fixtures';
import { matchGolden } from './golden';
import { readMarkers } from './markers';
import { analyse, withManifest, type Files } from './project';
import { syntaxErrors } from './syntax';

const goldenName = 'facts.golden.json';

/** What `facts.golden.json` holds. */
export interface FactsGolden {
  /** Only facts of these kinds are kept; absent means all. Written by people, kept by updates. */
  kinds?: FactKind[];
  routes: string[];
  facts: string[];
}

/** Reads what the engine recognises in a project, apart from any rule. */
export async function recognise(files: Files, kinds?: FactKind[]): Promise<FactsGolden> {
  let facts: readonly Fact[] = [];
  const witness = defineCheck({
    id: 'witness',
    dimension: 'operational-readiness',
    title: 'Witness',
    severity: 'info',
    confidence: 'high',
    fixKinds: [],
    since: '0.1.0',
    maturity: 'stable',
    messages: { gap: 'Never used.' },
    passTitle: 'Witness',
    run(project, context) {
      facts = project.allFacts;
      context.pass('It saw the facts.');
    },
  });
  const { session } = await analyse(files, { rules: [], checks: [witness] });
  const routes = session.routes().map(routeLine).sort();
  return { ...(kinds ? { kinds } : {}), routes, facts: factLines(facts, files, kinds) };
}

/** Folders of a library that are a project: those with a golden, or the library's own while there is none. */
function projectFolders(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === goldenName)
    .map((entry) => entry.parentPath)
    .sort();
  return found.length > 0 ? found : [folder];
}

async function checkProject(folder: string): Promise<void> {
  const golden = path.join(folder, goldenName);
  const { [goldenName]: present, ...own } = readFolder(folder);
  const versions = Object.assign({}, ...Object.values(own).map((text) => readMarkers(text).packages)) as Record<string, string>;
  const broken = Object.entries(own).flatMap(([file, text]) => syntaxErrors(file, text));
  assert.deepEqual(broken, []);
  const kinds = present === undefined ? undefined : (JSON.parse(present) as Partial<FactsGolden>).kinds;
  const actual = await recognise(withManifest(own, versions), kinds);
  assert.ok(actual.routes.length + actual.facts.length > 0, `nothing was recognised in ${folder}`);
  matchGolden(golden, `${JSON.stringify(actual, undefined, 2)}\n`);
}

/** Declares the tests of every library under `folder` (`test/libraries`): sources and the facts they must give. */
export function describeLibraries(folder: string, libraries: readonly Library[]): void {
  for (const { id } of libraries) {
    const own = path.join(folder, id);
    if (!existsSync(own)) continue;
    describe(id, () => {
      for (const project of projectFolders(own)) {
        it(path.relative(own, project).split(path.sep).join('/') || 'facts', () => checkProject(project));
      }
    });
  }
}
