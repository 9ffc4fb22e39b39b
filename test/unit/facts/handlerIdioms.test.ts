import assert from 'node:assert/strict';
import { openWith } from '../engine/liveProject';

const auth = `import { getServerSession } from 'next-auth';
import { redirect } from 'next/navigation';
import { NextResponse } from 'next/server';
export const session = () => getServerSession({});
export async function requireUser() {
  const found = await getServerSession({});
  if (!found?.user) throw new Error('Unauthorized');
  return found.user;
}
export async function orLogin() {
  const found = await getServerSession({});
  if (!found) redirect('/login');
  return found;
}
export async function denied() {
  const found = await getServerSession({});
  return found ? null : NextResponse.json({}, { status: 401 });
}
export function withUser(handler) {
  return async (request) => {
    const found = await getServerSession({});
    if (!found) return NextResponse.json({}, { status: 401 });
    return handler(request, found);
  };
}
export function withLog(handler) {
  return async (request) => {
    const found = await getServerSession({});
    console.log(found?.user);
    return handler(request, found);
  };
}
`;
const refusal = 'return NextResponse.json({}, { status: 401 });';
const work = 'await prisma.order.deleteMany({});';

/** Bodies of handlers as people write them, and whether a stranger is kept out. */
const idioms: Record<string, [string, 'present' | 'absent']> = {
  'a session that is asked for': [`const user = await session(); if (!user) ${refusal} ${work}`, 'present'],
  'a session that nobody looks at': [`const user = await session(); ${work}`, 'absent'],
  'a helper that throws': [`await requireUser(); ${work}`, 'present'],
  'a helper that leads away': [`await orLogin(); ${work}`, 'present'],
  'an answer that is given on': [`const answer = await denied(); if (answer) return answer; ${work}`, 'present'],
  'an answer that nobody gives on': [`await denied(); ${work}`, 'absent'],
  'an answer that is made and dropped': [
    `const user = await session(); if (!user) { NextResponse.json({}, { status: 401 }); } ${work}`,
    'absent',
  ],
  'work for those who are known': [`const user = await session(); if (user) { ${work} }`, 'present'],
  'work beside what is for those who are known': [
    `const user = await session(); if (user) { await prisma.visit.create({ data: {} }); } ${work}`,
    'absent',
  ],
  'one of two results': [`const [user, body] = await Promise.all([session(), request.json()]); if (!user) ${refusal} ${work}`, 'present'],
  'the other of two results': [
    `const [user, body] = await Promise.all([session(), request.json()]); if (!body) ${refusal} ${work}`,
    'absent',
  ],
};
const wrapped: Record<string, 'present' | 'absent'> = { withUser: 'present', withLog: 'absent' };
const head = `import { NextResponse } from 'next/server';
import { prisma } from '../../../lib/db';
import { session, requireUser, orLogin, denied, withUser, withLog } from '../../../lib/auth';
`;

async function verdict(source: string): Promise<string | undefined> {
  const project = await openWith(
    { next: '15.1.0', 'next-auth': '4.24.0', '@prisma/client': '6.1.0' },
    {
      'lib/auth.ts': auth,
      'lib/db.ts': "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n",
      'app/api/orders/route.ts': `${head}${source}`,
    },
  );
  const [route] = project.session.routes();
  project.session.dispose();
  return route?.authentication;
}

describe('handlers as people write them', () => {
  for (const [name, [body, expected]] of Object.entries(idioms))
    it(`${expected === 'present' ? 'keep strangers out with' : 'let strangers through with'} ${name}`, async () =>
      assert.equal(await verdict(`export async function DELETE(request) { ${body} return NextResponse.json({}); }\n`), expected));
  for (const [name, expected] of Object.entries(wrapped))
    it(`${expected === 'present' ? 'are guarded' : 'are not guarded'} by ${name}`, async () =>
      assert.equal(
        await verdict(`export const DELETE = ${name}(async (request) => { ${work} return NextResponse.json({}); });\n`),
        expected,
      ));
});
