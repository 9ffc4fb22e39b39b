// packages: ws@8.18.0, socket.io@4.8.0, @prisma/client@6.0.0, passport-local@1.0.0
import { EventEmitter } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { Strategy as LocalStrategy } from 'passport-local';
import { PrismaClient } from '@prisma/client';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';

const prisma = new PrismaClient();
const bus = new EventEmitter();
const server = createServer();
const wss = new WebSocketServer({ server });
const io = new Server(server);

bus.on('paid', async (id: string) => { // expect: unhandled-async-handler(warning medium)
  await prisma.order.update({ where: { id }, data: { paid: true } });
});
bus.on('paid', async (id: string) => { // ok: unhandled-async-handler
  try {
    await prisma.order.update({ where: { id }, data: { mailed: true } });
  } catch (err) {
    console.error('mail flag', err);
  }
});
wss.on('connection', (socket) => { // ok: unhandled-async-handler
  socket.on('message', async (data) => { // expect: unhandled-async-handler
    await prisma.message.create({ data: { text: String(data) } });
  });
});
io.on('connection', async (socket) => { // ok: unhandled-async-handler
  socket.on('save', async (note: string) => { // expect: unhandled-async-handler
    await prisma.note.create({ data: { note } });
  });
});
server.on('upgrade', async (request, socket) => { // expect: unhandled-async-handler
  const user = await prisma.user.findFirst({ where: { token: request.url } });
  if (!user) socket.destroy();
});
createReadStream('orders.csv').on('data', async (chunk) => { // expect: unhandled-async-handler
  await prisma.line.create({ data: { chunk: String(chunk) } });
});
process.on('SIGTERM', async () => { // expect: unhandled-async-handler(info)
  await prisma.$disconnect();
  process.exit(0);
});
setInterval(async () => { // expect: unhandled-async-handler
  await prisma.session.deleteMany({ where: { expired: true } });
}, 60_000);
setTimeout(sweep, 1000); // ok: unhandled-async-handler
async function sweep() { // expect: unhandled-async-handler
  await prisma.session.deleteMany({ where: { expired: true } });
}
export const first = new Promise(async (resolve) => { // expect: unhandled-async-handler
  resolve(await prisma.order.findFirst());
});
export const local = new LocalStrategy(async (name, password, done) => { // expect: unhandled-async-handler
  const user = await prisma.user.findUnique({ where: { name } });
  done(null, user ?? false);
});
