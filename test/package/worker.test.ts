import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileDelta } from '../../src/engine/delta';
import type { WorkerMessage } from '../../src/engine/protocol';

/** What the thread of the editor says of a folder that it opens and scans, without what changes from run to run. */
async function scanned(root: string, cacheFolder: string): Promise<FileDelta[]> {
  const worker = new Worker(path.resolve('dist/worker.js'), { execArgv: [], workerData: { cacheFolder } });
  try {
    return await new Promise((resolve, reject) => {
      const files: FileDelta[] = [];
      worker.on('error', reject);
      worker.on('message', (message: WorkerMessage) => {
        if (message.type === 'ready') {
          worker.postMessage({ type: 'open', folder: 'f', session: 1, root, exclude: [] });
          worker.postMessage({ type: 'scan', id: 1, folder: 'f' });
        } else if (message.type === 'results') files.push(...message.files);
        else if (message.type === 'log') reject(new Error(message.message));
        else if (message.type === 'reply') resolve(files.sort((a, b) => (a.file < b.file ? -1 : 1)));
      });
    });
  } finally {
    await worker.terminate();
  }
}

describe('The thread of the editor', function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'gap-'));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('goes by what it kept of a folder when that is opened again', async () => {
    const project = path.join(folder, 'project');
    const cache = path.join(folder, 'cache');
    cpSync('test/projects/prototype', project, { recursive: true });
    const anew = await scanned(project, cache);
    assert.ok(anew.some(({ file }) => file === 'apps/api/src/routes/orders.ts'));
    const kept = path.join(cache, readdirSync(cache)[0]!);
    const before = readFileSync(kept, 'utf8');
    assert.deepEqual(await scanned(project, cache), anew);
    assert.equal(readFileSync(kept, 'utf8'), before);
    writeFileSync(path.join(project, 'apps/api/src/routes/orders.ts'), 'export {};\n');
    assert.ok(
      !(await scanned(project, cache)).some(({ file, findings }) => file === 'apps/api/src/routes/orders.ts' && findings.length > 0),
    );
  });
});
