import assert from 'node:assert/strict';
import { openLive, type LiveProject } from './liveProject';

const files = {
  'package.json': JSON.stringify({ dependencies: { '@nestjs/common': '11.0.0', '@prisma/client': '6.1.0' } }),
  'src/plans.controller.ts': `import { Controller, Delete, Param } from '@nestjs/common';
import { PlansPort } from './plans.port';
@Controller('plans')
export class PlansController {
  constructor(private readonly plans: PlansPort) {}
  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.plans.remove(id);
  }
}
`,
  'src/plans.port.ts': `export abstract class PlansPort {
  abstract remove(id: string): Promise<unknown>;
}
`,
  'src/prismaPlans.ts': `import { PrismaClient } from '@prisma/client';
import { PlansPort } from './plans.port';
const prisma = new PrismaClient();
export class PrismaPlans {
  remove(id: string) {
    return prisma.plan.delete({ where: { id } });
  }
}
`,
};

const told = ({ session }: LiveProject): string[] =>
  session
    .project()
    .findings.filter(({ rule }) => rule === 'missing-auth-guard')
    .map(({ location }) => `${location.file}:${location.line}`);

describe('A class that keeps the promises of another one', () => {
  it('is found once it says so, and lost when it does not any more, without a touch of those who ask', async () => {
    const live = await openLive(files);
    assert.deepEqual(told(live), []);
    live.type('src/prismaPlans.ts', 'class PrismaPlans {', 'class PrismaPlans implements PlansPort {');
    await live.session.settle();
    assert.deepEqual(told(live), ['src/plans.controller.ts:7']);
    live.type('src/prismaPlans.ts', ' implements PlansPort {', ' {');
    await live.session.settle();
    assert.deepEqual(told(live), []);
  });

  it('changes nothing of others while it is typed', async () => {
    const live = await openLive(files);
    live.type('src/prismaPlans.ts', 'class PrismaPlans {', 'class PrismaPlans implements PlansPort {');
    assert.deepEqual(told(live), []);
    live.type('src/prismaPlans.ts', 'implements PlansPort {', 'implements Plans {');
    await live.session.settle();
    assert.deepEqual(told(live), []);
  });
});
