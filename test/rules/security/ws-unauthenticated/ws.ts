// file: src/sockets.ts
// packages: ws@8.23.0, jsonwebtoken@9.0.2, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import { createServer, type IncomingMessage } from 'node:http';
import jwt from 'jsonwebtoken';
import { WebSocketServer } from 'ws';

const prisma = new PrismaClient();
const server = createServer();

const open = new WebSocketServer({ server, path: '/open' });
open.on('connection', (socket) => { // expect: ws-unauthenticated(warning medium)
  // verifyClient: authenticated elsewhere
  socket.on('message', async (data) => {
    await prisma.message.create({ data: JSON.parse(String(data)) });
  });
});

const looking = new WebSocketServer({ port: 8081, verifyClient: ({ req }: { req: IncomingMessage }) => { if (!req.headers.authorization) return false; return true; } });
looking.on('connection', (socket) => { // expect: ws-unauthenticated
  socket.on('message', async () => {
    await prisma.message.deleteMany();
  });
});

const origin = new WebSocketServer({ port: 8082, verifyClient: (info) => info.origin === 'https://example.com' });
origin.on('connection', (socket) => { // expect: ws-unauthenticated
  socket.on('message', async () => {
    await prisma.message.deleteMany();
  });
});

// Sends news to everybody.
const news = new WebSocketServer({ port: 8083 });
news.on('connection', (socket) => { // ok: ws-unauthenticated
  socket.send('Welcome');
  socket.on('message', (data) => {
    for (const client of news.clients) client.send(String(data));
  });
});

const verified = new WebSocketServer({ port: 8084, verifyClient: ({ req }: { req: IncomingMessage }) => isKnown(req) });
verified.on('connection', (socket) => { // ok: ws-unauthenticated
  socket.on('message', async () => {
    await prisma.message.deleteMany();
  });
});

const asked = new WebSocketServer({ port: 8085 });
asked.on('connection', (socket, request) => { // ok: ws-unauthenticated
  if (!isKnown(request)) return socket.close(4401);
  socket.on('message', async () => {
    await prisma.message.deleteMany();
  });
});

const perMessage = new WebSocketServer({ port: 8086 });
perMessage.on('connection', (socket) => { // ok: ws-unauthenticated
  socket.on('message', async (data) => {
    const { token, id } = JSON.parse(String(data));
    try {
      jwt.verify(token, process.env.JWT_SECRET!);
    } catch {
      return;
    }
    await prisma.message.delete({ where: { id } });
  });
});

// Whoever takes these over may have asked.
export const handedOver = new WebSocketServer({ noServer: true });
handedOver.on('connection', (socket) => { // ok: ws-unauthenticated
  socket.on('message', async () => {
    await prisma.message.deleteMany();
  });
});

// production-gap: public: visitors talk to support here
open.on('connection', (socket) => { // ok: ws-unauthenticated
  socket.on('message', async () => {
    await prisma.visit.create({ data: {} });
  });
});

function isKnown(request: IncomingMessage): boolean {
  try {
    jwt.verify(request.headers.authorization ?? '', process.env.JWT_SECRET!);
    return true;
  } catch {
    return false;
  }
}
