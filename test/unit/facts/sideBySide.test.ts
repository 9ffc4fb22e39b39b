import { strict as assert } from 'node:assert';
import path from 'node:path';
import type { ProjectFiles } from '../../../src/engine/project';
import { openSession } from '../../../src/engine/session';
import { ProjectModel } from '../../../src/facts/projectModel';
import { tablesOf } from '../../../src/facts/tables';
import { libraries } from '../../../src/libraries';
import type { FileFacts } from '../../../src/model/facts';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { nodeWorkspace } from '../../../src/project/nodeWorkspace';
import type { Workspace } from '../../../src/project/workspace';

/** A model of a project's own files, which notes whose tree is made and whose facts are finished. */
async function modelOf(workspace: Workspace) {
  const session = openSession(workspace);
  await session.prepare();
  const { files } = (session as unknown as { parts: { files: ProjectFiles } }).parts;
  const events: string[] = [];
  const noting: ProjectFiles = Object.create(files);
  noting.tree = (file) => {
    events.push(`tree ${file}`);
    return files.tree(file);
  };
  noting.isOpen = (file) => {
    events.push(`done ${file}`);
    return files.isOpen(file);
  };
  return { model: new ProjectModel(tablesOf(libraries), noting), sources: files.sources, events };
}

const route = (index: number, more = '') =>
  `import { Router } from 'express';\nimport { total } from './total${index + 1}';\nexport const total${index} = (n: number) => n + ${index};\nconst router = Router();\nrouter.get('/${index}', async (req, res) => res.json(await fetch('https://a.example/' + total(1))));\n${more}`;

describe('files that are analysed side by side', () => {
  for (const project of ['prototype', 'hardened'])
    it(`come out as one after the other (${project})`, async () => {
      const folder = path.resolve('test/projects', project);
      const together = await modelOf(nodeWorkspace(folder));
      const alone = await modelOf(nodeWorkspace(folder));
      together.model.analyseTogether(together.sources);
      const facts = (model: ProjectModel): (FileFacts | undefined)[] => alone.sources.map((file) => model.facts(file));
      const expected = facts(alone.model);
      assert.ok(expected.flatMap((file) => file?.facts ?? []).length > 200);
      assert.deepEqual(facts(together.model), expected);
    });

  for (const project of ['prototype', 'hardened'])
    it(`say the same of each other in whichever order they are read (${project})`, async () => {
      const folder = path.resolve('test/projects', project);
      const [forward, backward] = [await modelOf(nodeWorkspace(folder)), await modelOf(nodeWorkspace(folder))];
      const sources = [...forward.sources].reverse();
      const expected = new Map(forward.sources.map((file) => [file, forward.model.facts(file)]));
      for (const file of sources) {
        const [found, other] = [backward.model.facts(file), expected.get(file)];
        assert.deepEqual(found?.facts, other?.facts, file);
        assert.deepEqual(found?.summary.exports, other?.summary.exports, file);
        assert.deepEqual(found?.summary.classes, other?.summary.classes, file);
        // Of which functions more than that is known, those say who were asked about meanwhile.
        for (const [id, summary] of Object.entries(found?.summary.functions ?? {}))
          if (other?.summary.functions[id]) assert.deepEqual(summary, other.summary.functions[id], `${file} ${id}`);
      }
    });

  it('wait for those that they ask about, and for no others', async () => {
    const files = Object.fromEntries([1, 2, 5].map((index) => [`src/total${index}.ts`, route(index)]));
    const { model, sources, events } = await modelOf(memoryWorkspace(files));
    model.analyseTogether(sources);
    const trees = sources.map((file) => `tree ${file}`);
    assert.deepEqual(events, [...trees, 'done src/total2.ts', 'done src/total1.ts', 'done src/total5.ts']);
  });

  it('are few when they are large, since all their trees are kept', async () => {
    const padding = `// ${'x'.repeat(118)}\n`.repeat(900);
    const files = Object.fromEntries([10, 20, 30, 40, 50].map((index) => [`src/total${index}.ts`, route(index, padding)]));
    const { model, sources, events } = await modelOf(memoryWorkspace(files));
    model.analyseTogether(sources);
    assert.equal(events.filter((event) => event.startsWith('done')).length, 5);
    assert.ok(events.lastIndexOf('tree src/total20.ts') < events.indexOf('done src/total10.ts'));
    assert.ok(events.indexOf('tree src/total30.ts') > events.lastIndexOf('done src/total20.ts'));
  });
});
