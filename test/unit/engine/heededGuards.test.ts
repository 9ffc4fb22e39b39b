import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/fixes/edits';
import { analyse } from '../../harness/project';

const auth = `import { cookies } from 'next/headers';
import jwt from 'jsonwebtoken';

async function callerOfCookie(): Promise<string | null> {
  const token = (await cookies()).get('session')?.value;
  if (!token) return null;
  const { sub } = jwt.verify(token, process.env.JWT_SECRET!);
  return sub ?? null;
}

async function callerOfHeader(request: Request): Promise<string | null> {
  const token = request.headers.get('authorization');
  if (!token) return null;
  const { sub } = jwt.verify(token, process.env.JWT_SECRET!);
  return sub ?? null;
}

export async function findCaller(request: Request): Promise<string | null> {
  const known = await callerOfCookie();
  if (known) {
    return known;
  }
  return callerOfHeader(request);
}
`;

const head = `import { PrismaClient } from '@prisma/client';
import { NextResponse } from 'next/server';
`;

const guarded = `${head}import { findCaller } from '@/lib/auth';
const prisma = new PrismaClient();

export async function POST(request: Request) {
  const caller = await findCaller(request);
  if (!caller) {
    return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
  }
  return NextResponse.json(await prisma.note.create({ data: { ownerId: caller } }));
}
`;

const open = `${head}const prisma = new PrismaClient();

export async function POST(request: Request) {
  return NextResponse.json(await prisma.order.deleteMany());
}
`;

describe('a guard that gives its caller back', () => {
  it('is heeded as the other handlers heed it', async () => {
    const { session, result } = await analyse({
      'package.json': '{ "dependencies": { "next": "15.0.0", "@prisma/client": "6.0.0", "jsonwebtoken": "9.0.0" } }',
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
      'lib/auth.ts': auth,
      'app/api/notes/route.ts': guarded,
      'app/api/tasks/route.ts': guarded.replaceAll('note', 'task'),
      'app/api/orders/route.ts': open,
    });
    const finding = result.findings.find(({ location, rule }) => location.file.includes('orders') && rule === 'missing-auth-guard');
    assert.ok(finding, 'the open one is reported');
    const action = session.actions(finding.location.file, finding.span).find(({ id }) => id.endsWith(':add-guard'));
    const fix = action && session.resolve(finding.location.file, action.id);
    assert.ok(fix, 'a guard is offered');
    const text = applyEdits(
      open,
      fix.edits.flatMap(({ edits }) => edits),
    );
    assert.match(text, /const caller = await findCaller\(request\);\n {2}if \(!caller\) return NextResponse\.json\(.*\{ status: 401 \}\);/);
    assert.doesNotMatch(text, /instanceof/);
  });
});
