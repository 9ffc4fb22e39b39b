import { strict as assert } from 'node:assert';
import type { PackageInfo } from '../../../src/model/check';
import { scriptFolders } from '../../../src/project/scriptFolders';

describe('folders whose files are only started by hand', () => {
  const byHand = { release: 'node extra/release.mjs', 'reset-password': 'cross-env DEBUG=1 node ./extra/reset.js && echo done' };
  const found = (scripts: Record<string, string>, files: Record<string, string> = {}, dir = '') => {
    const pkg: PackageInfo = { dir, dependencies: {}, scripts };
    return scriptFolders([pkg], Object.keys(files), (file) => files[file]);
  };

  it('are those of scripts for people', () => {
    assert.deepEqual(found(byHand, { 'server/app.js': "const data = require('../extra/data.json');\nrequire('./extras/a');" }), ['extra/']);
    assert.deepEqual(found({ 'start-review': 'node extra/a.mjs', tidy: 'tsx extra/b.ts' }, {}, 'apps/api'), ['apps/api/extra/']);
    assert.deepEqual(found(byHand, { 'test/a.js': "require('../extra/reset')", 'extra/a.js': "require('../extra/reset')" }), ['extra/']);
  });

  it('are none that serve, that others import, or that the application is kept in', () => {
    assert.deepEqual(found({ ...byHand, start: 'NODE_ENV=production node extra/server.js' }), []);
    assert.deepEqual(found({ ...byHand, 'dev:watch': 'node --watch extra/server.js' }), []);
    assert.deepEqual(found(byHand, { 'server/app.js': "const { reset } = require('../extra/reset');" }), []);
    assert.deepEqual(found(byHand, { 'server/app.ts': "import reset from '../extra/reset.js';" }), []);
    assert.deepEqual(found({ a: 'node src/a.js', b: 'node src/b.js', c: 'node server/c.js', d: 'node server/d.js' }), []);
    assert.deepEqual(found({ release: 'node extra/release.mjs' }), []);
    assert.deepEqual(found({ a: 'node ./a.js', b: 'node ./b.js', c: 'node ../c.js', d: 'node ../d.js' }), []);
    assert.deepEqual(found({ a: 'node a.js', b: 'webpack extra/a.js', c: 'cat extra/b.js' }), []);
  });
});
