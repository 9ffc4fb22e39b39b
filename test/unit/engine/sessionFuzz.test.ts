import { strict as assert } from 'node:assert';
import type { Session } from '../../../src/engine/api';
import { openSession } from '../../../src/engine/session';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { guardedApplication } from './liveProject';
import { random } from './random';

/** What a person would see, places in other files left out: they follow when their own file is judged next. */
function seen(session: Session): unknown {
  const { files, findings } = session.project();
  return {
    files,
    findings: findings.map(({ related, ...finding }) => ({
      ...finding,
      related: related.map(({ file, message }) => `${file} ${message}`),
    })),
    routes: session.routes(),
  };
}

const pieces = [
  'requireSession, ',
  "\nreports.delete('/:id', (req, res) => { prisma.report.deleteMany(); res.end(); });\n",
  '{',
  '}',
  '(',
  ')',
  "'",
  '`',
  '// ',
  '/*',
  '*/',
  '\n',
  'async ',
  'await ',
  'return ',
  'export ',
  '\nrouter.use(requireSession);\n',
  "import { requireSession } from '#guards';\n",
  'if (!req.user) return res.sendStatus(401);\n',
  'x',
  ' ',
];

describe('A session after many edits', () => {
  for (const seed of [1, 2, 3]) {
    it(`equals a fresh one (seed ${seed})`, async function () {
      this.timeout(60_000);
      const next = random(seed);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
      const original: Record<string, string> = {
        ...guardedApplication(),
        'src/cycleA.ts':
          "import { b } from './cycleB';\nexport function a(req, res, next) {\n  if (!req.user) return res.sendStatus(401);\n  b();\n  next();\n}\n",
        'src/cycleB.ts': "import { a } from './cycleA';\nexport const b = () => a;\n",
      };
      const disk = new Map(Object.entries(original));
      const session = openSession(memoryWorkspace(disk));
      await session.scan();
      const open = new Set<string>();
      const texts = new Map(disk);
      const log: string[] = [];
      for (let step = 0; step < 200; step++) {
        const file = pick(Object.keys(original).filter((name) => name.endsWith('.ts')));
        const chance = next();
        const text = texts.get(file);
        if (chance < 0.06 && text !== undefined) {
          // Deleted by another program.
          if (open.delete(file)) session.release(file);
          disk.delete(file);
          texts.delete(file);
          session.filesChanged([{ file, type: 'deleted' }]);
          log.push(`${step} delete ${file}`);
        } else if (chance < 0.25 || text === undefined) {
          // Restored on disk.
          if (open.delete(file)) session.release(file);
          const type = disk.has(file) ? 'changed' : 'created';
          disk.set(file, original[file]!);
          texts.set(file, disk.get(file)!);
          session.filesChanged([{ file, type }]);
          log.push(`${step} restore ${file}`);
        } else {
          const at = Math.floor(next() * text.length);
          const removed = next() < 0.4 ? Math.floor(next() * 30) : 0;
          const edited = text.slice(0, at) + pick(pieces) + text.slice(at + removed);
          texts.set(file, edited);
          open.add(file);
          session.setText(file, edited, step + 1);
          log.push(`${step} edit ${file}`);
        }
        if (next() < 0.5) await session.settle();
        if (step % 20 !== 19) continue;
        // Saved and closed: what an editor still shows of earlier texts is its own affair.
        for (const file of open) {
          disk.set(file, texts.get(file)!);
          session.release(file);
        }
        open.clear();
        await session.settle();
        const fresh = openSession(memoryWorkspace(new Map(texts)));
        await fresh.scan();
        assert.deepEqual(seen(session), seen(fresh), `after ${log.slice(-25).join(', ')}`);
      }
    });
  }
});
