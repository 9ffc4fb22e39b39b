import assert from 'node:assert/strict';
import { presentChanges, type Disk } from '../../../src/vscode/fileChanges';

/** A disk with these files, which counts how often it is asked. */
function diskWith(...files: string[]): Disk & { asked: string[] } {
  const asked: string[] = [];
  const inside = (folder: string): string[] => files.filter((file) => file.startsWith(`${folder}/`));
  return {
    asked,
    async kind(path) {
      asked.push(path);
      return files.includes(path) ? 'file' : inside(path).length > 0 ? 'folder' : undefined;
    },
    filesIn: async (folder) => inside(folder),
  };
}

const config = '.production-gap/config.json';

describe('What changed on disk', () => {
  it('is taken as it is told where nothing can be doubted', async () => {
    const disk = diskWith('src/a.ts', 'src/b.ts');
    const { changes } = await presentChanges(
      [
        { file: 'src/a.ts', type: 'changed' },
        { file: 'src/b.ts', type: 'created' },
        { file: 'src/b.ts', type: 'changed' },
      ],
      disk,
    );
    assert.deepEqual(changes, [
      { file: 'src/a.ts', type: 'changed' },
      { file: 'src/b.ts', type: 'created' },
    ]);
    assert.deepEqual(disk.asked, []);
  });

  it('is a deletion when the file is gone', async () => {
    const { changes } = await presentChanges(
      [
        { file: 'src/a.ts', type: 'changed' },
        { file: 'src/a.ts', type: 'deleted' },
      ],
      diskWith(),
    );
    assert.deepEqual(changes, [{ file: 'src/a.ts', type: 'deleted' }]);
  });

  it('is no deletion when the file is there again, whatever was told last', async () => {
    const { changes } = await presentChanges(
      [
        { file: 'src/a.ts', type: 'created' },
        { file: 'src/a.ts', type: 'deleted' },
      ],
      diskWith('src/a.ts'),
    );
    assert.deepEqual(changes, [{ file: 'src/a.ts', type: 'created' }]);
  });

  it('names the files of a new folder', async () => {
    const { changes, folders } = await presentChanges([{ file: '.production-gap', type: 'created' }], diskWith(config));
    assert.deepEqual(changes, [{ file: config, type: 'created' }]);
    assert.deepEqual(folders, [{ folder: '.production-gap', files: 1 }]);
  });

  it('is nothing for a new path that is gone again', async () => {
    assert.deepEqual((await presentChanges([{ file: 'Dockerfile', type: 'created' }], diskWith())).changes, []);
  });

  it('keeps a file that was made before its folder is told to be deleted', async () => {
    const told = [
      { file: config, type: 'created' },
      { file: '.production-gap', type: 'deleted' },
    ] as const;
    const { changes } = await presentChanges(told, diskWith(config));
    assert.deepEqual(changes, [
      { file: '.production-gap', type: 'deleted' },
      { file: config, type: 'created' },
    ]);
  });

  it('drops a file that was made and went with its folder', async () => {
    const told = [
      { file: config, type: 'created' },
      { file: '.production-gap', type: 'deleted' },
    ] as const;
    assert.deepEqual((await presentChanges(told, diskWith())).changes, [{ file: '.production-gap', type: 'deleted' }]);
  });

  it('reads a folder again that was deleted and made again, which is told as a change', async () => {
    const { changes } = await presentChanges([{ file: '.production-gap', type: 'changed' }], diskWith(config));
    assert.deepEqual(changes, [
      { file: '.production-gap', type: 'deleted' },
      { file: config, type: 'created' },
    ]);
  });
});
