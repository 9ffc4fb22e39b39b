// packages: ws@8.18.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import { WebSocketServer } from 'ws';

const prisma = new PrismaClient();
const server = new WebSocketServer({ port: 8080 });

// What is read out of a text is the same input: its members are looked at, or they are not.
server.on('connection', (socket) => {
  socket.on('message', async (raw) => { // expect: unvalidated-input(info low)
    const data = JSON.parse(raw.toString());
    await prisma.message.create({ data: { text: String(data.text) } });
  });
  socket.on('close', async () => {});
});
const other = new WebSocketServer({ port: 8081 });
other.on('connection', (socket) => {
  socket.on('message', async (raw) => { // expect: unvalidated-input(info low)
    let data;
    try {
      data = JSON.parse(String(raw));
    } catch {
      return;
    }
    await prisma.message.create({ data: { text: String(data.text) } });
  });
});
const last = new WebSocketServer({ port: 8082 });
last.on('connection', (socket) => {
  socket.on('message', async (raw) => { // expect: unvalidated-input(warning medium)
    const data = JSON.parse(String(raw));
    await prisma.message.create({ data: { text: data.text } });
  });
});
