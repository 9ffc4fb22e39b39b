import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { definitionFiles, families, type DefinitionFile } from '../../src/build/generation/indexes';
import { sourceTree } from '../../src/build/generation/tree';
import { checks } from '../../src/checks';
import { ownRules } from '../../src/engine/ownRules';
import { libraries } from '../../src/libraries';
import { dimensionIds } from '../../src/model/dimension';
import { defineLibrary } from '../../src/model/library';
import type { Meta } from '../../src/model/meta';
import { rules } from '../../src/rules';
import { loadFixtures, readFolder } from '../harness/fixtures';
import { pageProblems } from './pageSections';
import { namedLibraries, shapeProblems } from './ruleSource';

const tree = sourceTree(process.cwd());
const [ruleFamily, checkFamily] = families;

/** Definitions with the files they come from; the index holds them in the same order. */
function located<T extends Meta>(metas: readonly T[], files: readonly DefinitionFile[]): { meta: T; file: DefinitionFile }[] {
  assert.equal(metas.length, files.length, 'the index is stale: npm run generate');
  return metas.map((meta, index) => ({ meta, file: files[index]! }));
}

describe('rules and checks', () => {
  const all = [...located(rules, definitionFiles(tree, ruleFamily!)), ...located(checks, definitionFiles(tree, checkFamily!))];

  it('are all found by the index', () => {
    const found = new Set(all.map(({ file }) => file.file));
    const sources = ['src/rules', 'src/checks'].flatMap((folder) => tree.list(folder).filter((file) => file !== `${folder}/index.ts`));
    assert.deepEqual(
      sources.filter((file) => !found.has(file)),
      [],
    );
  });

  it('have ids of their own', () => {
    const ids = [...all.map(({ meta }) => meta.id), ...ownRules.map(({ id }) => id)];
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  });

  for (const { meta, file } of all) {
    describe(meta.id, () => {
      const text = tree.read(file.file)!;

      it('is named like its file and stands in the folder of its dimension', () => {
        assert.equal(file.id, meta.id);
        assert.equal(file.dimension, meta.dimension);
        assert.ok(dimensionIds.includes(meta.dimension));
      });

      it('is written in the common shape', () => {
        const problems = shapeProblems(file.file, text);
        assert.deepEqual(problems, [], problems.join('\n'));
      });

      it('knows no library by name', () => {
        const problems = namedLibraries(file.file, text, libraries);
        assert.deepEqual(problems, [], problems.join('\n'));
      });

      it('has a page with all sections', () => {
        const page = `docs/${file.file.split('/')[1]}/${meta.id}.md`;
        assert.ok(existsSync(page), `${page} is missing`);
        const problems = pageProblems(page, readFileSync(page, 'utf8'));
        assert.deepEqual(problems, [], problems.join('\n'));
      });
    });
  }

  for (const { id, dimension } of rules) {
    it(`${id} has fixtures with a gap and with an ok`, () => {
      const folder = path.join('test/rules', dimension, id);
      const markers = (existsSync(folder) ? loadFixtures(folder) : []).flatMap(({ sources }) => sources.map((source) => source.markers));
      assert.ok(
        markers.some(({ expectations }) => expectations.some(({ rule }) => rule === id)),
        `no fixture in ${folder} expects ${id}`,
      );
      assert.ok(
        markers.some(({ silent }) => silent.some(({ rule }) => rule === id)),
        `no fixture in ${folder} has a line marked "ok: ${id}"`,
      );
    });
  }

  for (const { id, dimension } of checks) {
    it(`${id} has cases that end in gap and in pass`, () => {
      const files = readFolder(path.join('test/checks', dimension, id));
      const outcomes = Object.entries(files)
        .filter(([file]) => /^[^/]+\/expect\.json$/.test(file))
        .map(([, expectation]) => (JSON.parse(expectation) as { outcome: string }).outcome);
      assert.ok(outcomes.includes('gap') && outcomes.includes('pass'), `the cases end in ${outcomes.join(', ') || 'nothing'}`);
    });
  }

  it('have every page that there is', () => {
    const pages = (folder: string) => tree.list(`docs/${folder}`).map((file) => path.basename(file, '.md'));
    const known = (metas: readonly { id: string }[]) => new Set(metas.map(({ id }) => id));
    assert.deepEqual(
      pages('rules').filter((id) => !known([...rules, ...ownRules]).has(id)),
      [],
    );
    assert.deepEqual(
      pages('checks').filter((id) => !known(checks).has(id)),
      [],
    );
  });

  for (const { id } of ownRules) {
    it(`${id}, reported by the engine itself, has a page`, () => {
      const page = `docs/rules/${id}.md`;
      const problems = pageProblems(page, readFileSync(page, 'utf8'), ['What it looks for', 'Why it matters in production', 'How to fix']);
      assert.deepEqual(problems, []);
    });
  }
});

describe('the test of rules finds', () => {
  const good = `import { defineRule } from '../../model/meta';
export default defineRule({ id: 'a', dimension: 'security', since: '0.1.0', messages: { gap: 'It is.' }, needs: ['route', 'catch'],
  route(fact, context) { context.report(fact, { message: 'gap' }); },
  catch() {},
});
`;
  const file = 'src/rules/security/a.ts';

  it('nothing in a good one', () => assert.deepEqual(shapeProblems(file, good), []));

  it('fields in another order', () =>
    assert.match(shapeProblems(file, good.replace("id: 'a', dimension: 'security'", "dimension: 'security', id: 'a'"))[0]!, /ordered/));
  it('a listener between the fields', () =>
    assert.match(shapeProblems(file, good.replace('needs:', 'needed() {}, needs:')).join(), /needed stands before/));
  it('listeners that differ from what it needs', () =>
    assert.match(shapeProblems(file, good.replace("['route', 'catch']", "['route']"))[0]!, /needs route$/));
  it('a definition that is not exported', () =>
    assert.match(shapeProblems(file, good.replace('export default', 'export const a ='))[0]!, /does not export/));
  it('a file that is too long', () => assert.match(shapeProblems(file, good + '\nconst a = 1;'.repeat(200))[0]!, /lines/));

  const libraries = [
    defineLibrary({ id: 'fastify', title: 'Fastify', packages: ['fastify'] }),
    defineLibrary({ id: 'next', title: 'Next.js', packages: ['next'] }),
    defineLibrary({ id: 'prisma', title: 'Prisma', packages: ['@prisma/client'] }),
  ];
  for (const [what, code] of [
    ['a comparison with a library', "const a = (route: { framework: string }) => route.framework === 'next';"],
    ['an access path', "const a = 'fastify#app.get';"],
    ['a package in a text', "const a = 'uses @prisma/client here';"],
    ['a library in a name', 'const isFastifyRoute = true;'],
    ['a library in a pattern', 'const a = /^fastify-/;'],
  ] as const) {
    it(what, () => assert.equal(namedLibraries(file, code, libraries).length, 1));
  }
  it('no library in comments and plain words', () =>
    assert.deepEqual(
      namedLibraries(file, "// Fastify does this.\nconst a = 'goes to the next page';\nconst nextPage = 1;", libraries),
      [],
    ));

  const page = 'Finds things.\n\n## One\n\nText.\n\n```md\n## Not a heading\n```\n\n## Two\n\nText.\n';
  it('nothing in a page with all sections', () => assert.deepEqual(pageProblems('a.md', page, ['One', 'Two']), []));
  for (const [what, text] of [
    ['a page without a summary', page.replace('Finds things.\n\n', '')],
    ['a missing section', page.replace('## Two', '### Two')],
    ['sections in another order', page.replace('## One', '## Zwei').replace('## Two', '## One').replace('## Zwei', '## Two')],
    ['an empty section', page.replace(/Text\.\n$/, '')],
    ['text of the scaffold', page.replace(/Text\.\n$/, 'To be written.\n')],
  ] as const) {
    it(what, () =>
      assert.equal(pageProblems('a.md', text, ['One', 'Two']).length, 1, pageProblems('a.md', text, ['One', 'Two']).join('\n')),
    );
  }
});
