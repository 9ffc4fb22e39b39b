import { strict as assert } from 'node:assert';
import { openSession } from '../../../src/engine/session';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

const files = {
  'package.json': '{"name":"cycle","dependencies":{"express":"5.1.0","@prisma/client":"6.0.0"}}',
  'src/a.ts': "import { userOf } from './guards';\n\nexport const nobody = (req) => userOf(req) === undefined;\n",
  // The guard stands in a file that also starts the routes which use it.
  'src/guards.ts':
    "import type { Request } from 'express';\nimport { register } from './routes';\n\nexport function userOf(req: Request) {\n  if (!req.user) throw new Error('Sign in first');\n  return req.user;\n}\n\nexport const start = (app) => register(app);\n",
  'src/routes.ts':
    "import express from 'express';\nimport { userOf } from './guards';\nimport { prisma } from './prisma';\n\nexport function register(app) {\n  return app;\n}\n\nconst app = express();\napp.post('/orders', async (req, res) => {\n  const user = userOf(req);\n  res.json(await prisma.order.create({ data: { userId: user.id } }));\n});\napp.listen(3000);\n",
  'src/prisma.ts': "import { PrismaClient } from '@prisma/client';\n\nexport const prisma = new PrismaClient();\n",
};

/** Two services that need each other, as NestJS allows. */
const services: Record<string, string> = {
  'package.json': JSON.stringify({ dependencies: { '@nestjs/common': '11.0.0', '@prisma/client': '6.1.0' } }),
  'src/users.controller.ts': `import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { MailService } from './mail.service';
import { UsersService } from './users.service';
@Controller('users')
export class UsersController {
  constructor(private readonly mail: MailService, private readonly users: UsersService) {}
  @Post()
  add(@Body() body: { name: string }) {
    return this.users.add(body.name);
  }
  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.mail.leave(id);
  }
}
`,
  'src/mail.service.ts': `import { Injectable } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { UsersService } from './users.service';
const prisma = new PrismaClient();
@Injectable()
export class MailService {
  constructor(private readonly users: UsersService) {}
  async leave(id: string) {
    return this.users.remove(id);
  }
  async greet(name: string) {
    return prisma.mail.create({ data: { name } });
  }
}
`,
  'src/users.service.ts': `import { Injectable } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { MailService } from './mail.service';
const prisma = new PrismaClient();
@Injectable()
export class UsersService {
  constructor(private readonly mail: MailService) {}
  async add(name: string) {
    return this.mail.greet(name);
  }
  async remove(id: string) {
    return prisma.user.delete({ where: { id } });
  }
}
`,
};

/** An application that holds its database, asked for by services that its own routes lead to. */
const server: Record<string, string> = {
  'package.json': JSON.stringify({ dependencies: { express: '5.1.0', typeorm: '0.3.20' } }),
  'src/index.ts': `import express from 'express';
import { DataSource } from 'typeorm';
import { orders } from './routes/orders';
import { warm } from './services/orders';
let running: App | undefined;
export class App {
  readonly app = express();
  readonly db = new DataSource({ type: 'postgres' });
  async start() {
    await warm();
    this.app.use('/orders', orders);
    this.app.listen(3000);
  }
}
export function getInstance(): App | undefined {
  return running;
}
export async function start() {
  running = new App();
  await running.start();
}
`,
  'src/running.ts': `import * as server from './index';
export const runningApp = function () {
  const app = server.getInstance();
  if (app === undefined || app.db === undefined) throw new Error('It does not run');
  return app;
};
`,
  'src/services/orders.ts': `import { runningApp } from '../running';
import { Order } from '../entities/order';
export const warm = async () => runningApp().db.query('SELECT 1');
const addOrder = async (title: string) => {
  const app = runningApp();
  return app.db.getRepository(Order).save({ title });
};
const findOrder = async (id: string) => {
  const app = runningApp();
  return app.db.getRepository(Order).findOneBy({ id });
};
export default { addOrder, findOrder };
`,
  'src/entities/order.ts': `import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
@Entity()
export class Order {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() title!: string;
}
`,
  'src/controllers/orders.ts': `import type { Request, Response } from 'express';
import service from '../services/orders';
const add = async (req: Request, res: Response) => res.json(await service.addOrder(req.body.title));
const find = async (req: Request, res: Response) => res.json(await service.findOrder(req.params.id));
export default { add, find };
`,
  'src/routes/orders.ts': `import { Router } from 'express';
import controller from '../controllers/orders';
export const orders = Router();
orders.post('/', controller.add);
orders.get('/:id', controller.find);
`,
};

describe('files that import each other', () => {
  for (const last of ['src/a.ts', 'src/z.ts']) {
    it(`know each other’s guards, whichever is read first (${last})`, async () => {
      const { 'src/a.ts': entry, ...rest } = files;
      const session = openSession(memoryWorkspace({ ...rest, [last]: entry }));
      const { findings } = await session.scan();
      assert.deepEqual(
        session.routes().map(({ path, authentication }) => `${path} ${authentication}`),
        ['/orders present'],
      );
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'missing-auth-guard'),
        [],
      );
    });
  }

  for (const first of Object.keys(services).filter((file) => file.endsWith('.ts'))) {
    it(`know the members of each other’s classes, whichever is read first (${first})`, async () => {
      const session = openSession(memoryWorkspace(services));
      // Open files are read before all others.
      session.setText(first, services[first]!, 1);
      const { findings } = await session.scan();
      assert.deepEqual(
        session.routes().map(({ path, sinks }) => `${path} ${sinks.join()}`),
        ['/users write', '/users/:id write'],
      );
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'missing-auth-guard').map(({ location }) => location.file),
        ['src/users.controller.ts', 'src/users.controller.ts'],
      );
    });
  }

  for (const first of Object.keys(server).filter((file) => file.endsWith('.ts'))) {
    it(`know what an application holds that all of them ask for, whichever is read first (${first})`, async () => {
      const session = openSession(memoryWorkspace(server));
      session.setText(first, server[first]!, 1);
      await session.scan();
      assert.deepEqual(
        session.routes().map(({ method, path, sinks }) => `${method} ${path} ${sinks.join()}`),
        ['POST /orders write', 'GET /orders/:id read-private'],
      );
    });
  }
});
