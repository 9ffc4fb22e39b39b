import assert from 'node:assert/strict';
import { openWith, placesOf, type LiveProject } from '../engine/liveProject';

const files = (handled: string, send = 'await this.bus.execute(new RemoveUser(id));'): Record<string, string> => ({
  'src/remove.ts': 'export class RemoveUser {\n  constructor(readonly id: string) {}\n}\n',
  'src/users.controller.ts': `import { Controller, Delete, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RemoveUser } from './remove';

@Controller('users')
export class UsersController {
  constructor(private readonly bus: CommandBus) {}

  @Delete(':id')
  async remove(@Param('id') id: string) {
    ${send}
  }
}
`,
  'src/remove.handler.ts': `import { CommandHandler } from '@nestjs/cqrs';
import { JwtService } from '@nestjs/jwt';
import { PrismaClient } from '@prisma/client';
import { RemoveUser } from './remove';

@CommandHandler(RemoveUser)
export class RemoveUserHandler {
  constructor(private readonly prisma: PrismaClient, private readonly jwt: JwtService) {}

  async execute(command: RemoveUser) {
    ${handled}
  }
}
`,
  'src/main.ts':
    "import { NestFactory } from '@nestjs/core';\nimport { AppModule } from './app.module';\nvoid NestFactory.create(AppModule).then((app) => app.listen(1));\n",
  'src/app.module.ts':
    "import { Module } from '@nestjs/common';\nimport { UsersController } from './users.controller';\n@Module({ controllers: [UsersController] })\nexport class AppModule {}\n",
});
const deletes = 'await this.prisma.user.delete({ where: { id: command.id } });';
const packages = {
  '@nestjs/common': '11.1.0',
  '@nestjs/core': '11.1.0',
  '@nestjs/cqrs': '11.0.3',
  '@nestjs/jwt': '11.0.0',
  '@prisma/client': '6.1.0',
};
const open = (project: LiveProject): string[] => placesOf(project.session.project().findings, 'missing-auth-guard');

describe('Messages that are handed to a bus', () => {
  const place = ['src/users.controller.ts:10'];
  const cases: Record<string, [Record<string, string>, string[]]> = {
    'do what their handler does': [files(deletes), place],
    'from a variable': [files(deletes, 'const command = new RemoveUser(id);\n    return this.bus.execute(command);'), place],
    'without a handler that does anything': [files('return command.id;'), []],
    'whose handler finds out who calls': [files(`this.jwt.verify(command.id);\n    ${deletes}`), []],
    'that are made and not sent': [files(deletes, 'new RemoveUser(id);'), []],
    'that are sent by something else': [files(deletes, 'await outbox.execute(new RemoveUser(id));'), []],
  };
  for (const [name, [sources, expected]] of Object.entries(cases))
    it(name, async () => {
      const project = await openWith(packages, sources);
      assert.deepEqual(project.failures, []);
      assert.deepEqual(open(project), expected);
    });

  it('are followed as their handler is edited', async () => {
    const project = await openWith(packages, files('return command.id;'));
    assert.deepEqual(open(project), []);
    project.type('src/remove.handler.ts', 'return command.id;', deletes);
    await project.session.settle();
    assert.deepEqual(open(project), place);
    project.type('src/remove.handler.ts', '@CommandHandler(RemoveUser)', '');
    await project.session.settle();
    assert.deepEqual(open(project), []);
  });
});
