import { strict as assert } from 'node:assert';
import { openLive } from './liveProject';

const names = Array.from({ length: 10 }, (_, index) => `sibling${index}`);

function route(name: string): string {
  return `app.get('/${name}', async (req, res) => {\n  const rows = await prisma.${name}.findMany();\n  res.json(rows);\n});\n`;
}

const head =
  "const express = require('express');\nconst { PrismaClient } = require('@prisma/client');\n\nconst prisma = new PrismaClient();\nconst app = express();\n\n";

const handlers: Record<string, string> = {
  'an Express route':
    "app.post('/typed/:id', async (req, res) => {\n  const { name, tags = ['a'] } = req.body;\n  if (!name) {\n    return res.status(400).json({ error: `no ${name}` });\n  }\n  try {\n    await prisma.typed.update({ where: { id: req.params.id }, data: { name, tags } });\n  } catch (error) {\n    console.error(error);\n  }\n  res.json({ ok: true });\n});\n",
  'a function with brackets, strings and comments':
    'function format(value) {\n  /* one { */\n  const text = value.map((part) => `<${part[\'name\']}>`).join("{(");\n  return /[)}]/.test(text) ? { text } : [text];\n}\n',
};

describe('A file that is broken while somebody types', () => {
  const half = names.length / 2;
  const before = head + names.slice(0, half).map(route).join('');
  const after = names.slice(half).map(route).join('');

  for (const [title, handler] of Object.entries(handlers)) {
    it(`keeps the findings of ten siblings while ${title} is typed between them`, async function () {
      this.timeout(60_000);
      const { session } = await openLive({
        'package.json': JSON.stringify({ dependencies: { express: '4.21.2', '@prisma/client': '6.1.0' } }),
        'app.js': before + after,
      });
      const expected = [...session.result('app.js')!.findings].filter(({ rule }) => rule === 'unhandled-async-handler').length;
      assert.equal(expected, 10);
      const lost: string[] = [];
      for (let length = 0; length <= handler.length; length++) {
        const text = `${before}${handler.slice(0, length)}\n${after}`;
        const { findings } = session.setText('app.js', text, length + 1);
        const shown = findings
          .filter(({ rule }) => rule === 'unhandled-async-handler')
          .map(({ location }) => text.split('\n')[location.line - 1]!);
        const missing = names.filter((name) => !shown.some((line) => line.startsWith(`app.get('/${name}'`)));
        if (missing.length > 0 || new Set(shown).size !== shown.length)
          lost.push(`${JSON.stringify(handler.slice(0, length).slice(-25))}: ${missing.join(', ')} of ${shown.length}`);
      }
      assert.deepEqual(lost, []);
    });
  }

  it('drops what is fixed in its own statement, and follows the rest to its new lines', async () => {
    const files = {
      'package.json': JSON.stringify({ dependencies: { express: '4.21.2', '@prisma/client': '6.1.0' } }),
      'app.js': before + after,
    };
    const { session } = await openLive(files);
    const shown = (text: string, version: number): number[] =>
      session
        .setText('app.js', text, version)
        .findings.filter(({ rule }) => rule === 'unhandled-async-handler')
        .map(({ location }) => location.line);
    const lines = shown(before + after, 1);
    const broken = `${before}if (\n\n${after}`;
    assert.deepEqual(
      shown(broken, 2),
      lines.map((line, index) => (index < half ? line : line + 2)),
    );
    const fixed = broken.replace(
      '  const rows = await prisma.sibling9.findMany();\n  res.json(rows);',
      '  try { res.json(await prisma.sibling9.findMany()); } catch (error) { res.status(500).end(); }',
    );
    assert.equal(shown(fixed, 3).length, 9);
    assert.equal(shown(fixed.replace('if (\n\n', ''), 4).length, 9);
  });

  it('keeps nothing once the file is closed', async () => {
    const { session, disk } = await openLive({
      'package.json': JSON.stringify({ dependencies: { express: '4.21.2', '@prisma/client': '6.1.0' } }),
      'app.js': before + after,
    });
    session.setText('app.js', before + after, 1);
    const broken = `${before}/* open\n${after}`;
    assert.equal(session.setText('app.js', broken, 2).findings.filter(({ rule }) => rule === 'unhandled-async-handler').length, 10);
    disk.set('app.js', broken);
    session.release('app.js');
    await session.settle();
    assert.equal(session.result('app.js')!.findings.filter(({ rule }) => rule === 'unhandled-async-handler').length, half);
  });
});
