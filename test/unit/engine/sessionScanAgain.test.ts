import { strict as assert } from 'node:assert';
import { openLive, placesOf, type LiveProject } from './liveProject';

const rule = 'unhandled-async-handler';
const server =
  "const express = require('express');\nconst { store } = require('./store');\nconst app = express();\napp.post('/orders', async (req, res) => {\n  res.json(await store(req.body));\n});\n";
const files = { 'package.json': JSON.stringify({ dependencies: { express: '4.21.2' } }), 'a.js': server, 'b.js': server };

/** Scans once more. Gives the places of the rule's findings, and how many files were judged for it. */
async function again({ session }: LiveProject): Promise<{ places: string[]; judged: number }> {
  const before = session.rejudged;
  const { findings } = await session.scan();
  return { places: placesOf(findings, rule), judged: session.rejudged - before };
}

describe('A second scan', () => {
  it('judges nothing when nothing changed, and says the same', async () => {
    const project = await openLive(files);
    const first = await project.session.scan();
    assert.deepEqual(await again(project), { places: ['a.js:4', 'b.js:4'], judged: 0 });
    assert.deepEqual({ ...(await project.session.scan()), timings: {} }, { ...first, timings: {} });
  });

  it('judges all again when the configuration is another one, though nobody told', async () => {
    const project = await openLive(files);
    project.disk.set('.production-gap/config.json', JSON.stringify({ rules: { [rule]: 'off' } }));
    assert.deepEqual((await again(project)).places, []);
    project.disk.delete('.production-gap/config.json');
    assert.deepEqual((await again(project)).places, ['a.js:4', 'b.js:4']);
  });

  it('finds files that came and went, though nobody told', async () => {
    const project = await openLive(files);
    project.disk.set('c.js', server);
    project.disk.delete('a.js');
    assert.deepEqual((await again(project)).places, ['b.js:4', 'c.js:4']);
    assert.equal((await again(project)).judged, 0);
  });

  it('follows what was told since', async () => {
    const project = await openLive(files);
    project.write({
      'a.js': server
        .replace('/orders', '/refunds')
        .replace('async (req', "async (request, response) => response.json({}));\napp.post('/more', async (req"),
    });
    assert.deepEqual((await again(project)).places, ['a.js:5', 'b.js:4']);
    project.type('b.js', "app.post('/orders', async (req, res) => {\n  res.json(await store(req.body));\n});\n", '');
    assert.deepEqual((await again(project)).places, ['a.js:5']);
  });

  it('goes on where one that was cancelled ended', async () => {
    const project = await openLive(files);
    project.write({ 'a.js': '', 'b.js': `\n${server}` });
    const aborted = new AbortController();
    aborted.abort();
    await project.session.scan({ signal: aborted.signal });
    assert.deepEqual((await again(project)).places, ['b.js:5']);
  });
});
