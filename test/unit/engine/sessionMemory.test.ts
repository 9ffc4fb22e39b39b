import { strict as assert } from 'node:assert';
import v8 from 'node:v8';
import vm from 'node:vm';
import { expressSource, typingMark } from '../../bench/sources';
import { openLive } from './liveProject';

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc') as () => void;

/** Megabytes that are still needed. */
function live(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

describe('Typing for minutes', () => {
  it('keeps nothing of texts that are gone', async function () {
    this.timeout(60_000);
    const source = expressSource(1_000, 7);
    const { session } = await openLive({ 'package.json': JSON.stringify({ dependencies: { express: '4.21.2' } }), 'app.ts': source });
    const at = source.indexOf(typingMark);
    let version = 0;
    const round = (): void => {
      session.setText('app.ts', source, ++version);
      for (let index = 0; index < 200; index++) {
        session.editText('app.ts', [{ start: at + index, end: at + index, newText: 'const abc = 1;\n'[index % 15]! }], ++version);
      }
    };
    round();
    await session.settle();
    const before = live();
    for (let rounds = 0; rounds < 2; rounds++) round();
    await session.settle();
    // Each text with what was found out about it takes some 65 kB: 26 MB for these keystrokes.
    const grown = live() - before;
    assert.ok(grown < 8, `${grown.toFixed(1)} MB more are kept after 400 keystrokes.`);
    session.dispose();
  });
});
