import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openSession } from '../../../src/engine/session';
import type { Session } from '../../../src/engine/api';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

const folder = 'test/rules/security/missing-ownership-check/service';
const names = ['package.json', 'prisma/schema.prisma', 'src/orders.ts', 'src/server.ts'];

/** The fixture of a service in a file of its own. */
function project(): Map<string, string> {
  return new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
}

/** Lines with a finding of the rule, and its confidence. */
function told(session: Session): string[] {
  return session
    .project()
    .findings.filter(({ rule }) => rule === 'missing-ownership-check')
    .map(({ location, confidence, message }) => `${location.line} ${confidence} ${message}`)
    .sort();
}

async function anew(files: Map<string, string>): Promise<string[]> {
  const session = openSession(memoryWorkspace(files));
  await session.scan();
  const found = told(session);
  session.dispose();
  return found;
}

describe('Whose rows are, while somebody types', () => {
  const edits: Record<string, [file: string, from: string, to: string]> = {
    'follows the schema': ['prisma/schema.prisma', '  id     String @id\n  userId String\n}', '  id     String @id\n}'],
    'follows code that asks for rows of somebody': ['src/orders.ts', 'where: { userId } });', 'where: { id: userId } });'],
    'follows code that compares the owner': ['src/orders.ts', 'if (order?.userId !== userId) throw', 'if (!order) throw'],
    'follows its own endpoint': [
      'src/server.ts',
      'await orders.cancel(req.params.id); // expect',
      'await orders.cancelOwn(req.params.id, req.user!.id); // expect',
    ],
  };
  for (const [name, [file, from, to]] of Object.entries(edits))
    it(name, async () => {
      const files = project();
      const before = files.get(file)!;
      assert.ok(before.includes(from), `${file} has no "${from}"`);
      const session = openSession(memoryWorkspace(files));
      for (const open of names) session.setText(open, files.get(open)!, 1);
      await session.scan();
      const first = told(session);
      assert.deepEqual(first, await anew(project()));
      session.setText(file, before.replace(from, to), 2);
      await session.settle();
      const changed = new Map(files).set(file, before.replace(from, to));
      const other = await anew(changed);
      assert.notDeepEqual(other, first);
      assert.deepEqual(told(session), other);
      session.setText(file, before, 3);
      await session.settle();
      assert.deepEqual(told(session), first);
      session.dispose();
    });
});
