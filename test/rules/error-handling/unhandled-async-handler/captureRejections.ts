// packages: @prisma/client@6.0.0, express@5.1.0
import { EventEmitter } from 'node:events';
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
const catching = new EventEmitter({ captureRejections: true });
const plain = new EventEmitter({ captureRejections: false });

catching.on('error', (error) => console.error(error));
catching.on('order', async (id: number) => { // ok: unhandled-async-handler
  await prisma.order.update({ where: { id }, data: { seen: true } });
});
plain.on('order', async (id: number) => { // expect: unhandled-async-handler
  await prisma.order.update({ where: { id }, data: { seen: true } });
});
app.listen(3000);
