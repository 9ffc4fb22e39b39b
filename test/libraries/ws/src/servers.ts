// packages: ws@8.23.0, jsonwebtoken@9.0.2, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import { createServer, type IncomingMessage } from 'node:http';
import jwt from 'jsonwebtoken';
import WebSocketClient, { WebSocketServer, type WebSocket } from 'ws';

const prisma = new PrismaClient();
const secret = process.env.JWT_SECRET!;

// Nobody is asked.
const open = new WebSocketServer({ port: 8080, path: '/open' });
open.on('connection', (socket) => {
  socket.on('message', async (data) => {
    await prisma.message.create({ data: JSON.parse(data.toString()) });
  });
});

// Asked before the connection is made.
const verified = new WebSocketServer({
  port: 8081,
  path: '/verified',
  verifyClient: (info, done) => {
    try {
      jwt.verify(info.req.headers.authorization!, secret);
    } catch {
      return done(false, 401);
    }
    done(true);
  },
});
verified.on('connection', (socket) => {
  socket.on('message', async (data) => {
    await prisma.message.create({ data: JSON.parse(String(data)) });
  });
});

// Only where the page comes from is looked at.
const origin = new WebSocketServer({ port: 8082, path: '/origin', verifyClient: (info) => info.origin === 'https://example.com' });
origin.on('connection', (socket) => {
  socket.on('message', async () => {
    await prisma.message.deleteMany();
  });
});

// Asked when somebody connects.
const inside = new WebSocketServer({ port: 8083, path: '/inside' });
inside.on('connection', (socket: WebSocket, request: IncomingMessage) => {
  try {
    const token = new URL(request.url!, 'http://localhost').searchParams.get('token');
    jwt.verify(token!, secret);
  } catch {
    socket.close(4401);
    return;
  }
  socket.on('message', async () => {
    await prisma.message.deleteMany();
  });
});

// Asked where the connection is taken over from the server.
const server = createServer();
const upgraded = new WebSocketServer({ noServer: true });
server.on('upgrade', (request, socket, head) => {
  const user = authenticate(request);
  if (!user) {
    socket.write('HTTP/1.1 401 Unauthorized\r\n\r\n');
    socket.destroy();
    return;
  }
  upgraded.handleUpgrade(request, socket, head, (client) => upgraded.emit('connection', client, request));
});
upgraded.on('connection', (socket) => {
  socket.on('message', async () => {
    await prisma.message.deleteMany();
  });
});

// Taken over without a question.
const waved = new WebSocketServer({ noServer: true });
server.on('upgrade', (request, socket, head) => {
  waved.handleUpgrade(request, socket, head, (client) => waved.emit('connection', client, request));
});
waved.on('connection', (socket) => {
  socket.on('message', async () => {
    await prisma.message.deleteMany();
  });
});

// Nobody can tell who takes these over.
export const elsewhere = new WebSocketServer({ noServer: true });
elsewhere.on('connection', (socket) => {
  socket.on('message', async () => {
    await prisma.message.deleteMany();
  });
});

function authenticate(request: IncomingMessage) {
  try {
    return jwt.verify(request.headers.authorization ?? '', secret);
  } catch {
    return null;
  }
}

// The class of connections that the application makes itself; nobody sends these to it.
const feed = new WebSocketClient('wss://feed.example.com');
feed.on('message', async (data) => {
  await prisma.price.create({ data: JSON.parse(String(data)) });
});

// One message signs in, and another deletes whether or not somebody did.
const mixed = new WebSocketServer({ port: 7010 });
mixed.on('connection', (socket) => {
  socket.on('message', async (data) => {
    const message = JSON.parse(String(data));
    switch (message.type) {
      case 'auth':
        jwt.verify(message.token, secret);
        break;
      case 'clear':
        await prisma.message.deleteMany();
        break;
    }
  });
});

// All that acts asks first.
const asking = new WebSocketServer({ port: 7011 });
asking.on('connection', (socket) => {
  socket.on('message', async (data) => {
    const message = JSON.parse(String(data));
    switch (message.type) {
      case 'ping':
        socket.send('pong');
        break;
      case 'clear':
        jwt.verify(message.token, secret);
        await prisma.message.deleteMany();
        break;
    }
  });
});
