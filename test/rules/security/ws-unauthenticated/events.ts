// file: src/server.ts
// packages: socket.io@4.8.4, jsonwebtoken@9.0.2, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import jwt from 'jsonwebtoken';
import { createServer } from 'node:http';
import { Server, type Socket } from 'socket.io';

const prisma = new PrismaClient();
const io = new Server(createServer());

// Everybody may connect; messages say who sends them, and one of them forgot to look.
io.on('connection', (socket) => { // ok: ws-unauthenticated
  socket.on('login', async (token: string) => { // ok: ws-unauthenticated
    socket.data.userId = jwt.verify(token, process.env.JWT_SECRET!).sub;
    await prisma.visit.create({ data: {} });
  });
  socket.on('rename', async (name: string) => { // ok: ws-unauthenticated
    if (!socket.data.userId) return;
    await prisma.user.update({ where: { id: socket.data.userId }, data: { name } });
  });
  socket.on('purge', async () => { // expect: ws-unauthenticated
//^^^^^^^^^^^^^^^^^ this socket, send “purge”
    await prisma.message.deleteMany();
  });
  socket.on('typing', (room: string) => { // ok: ws-unauthenticated
    socket.to(room).emit('typing');
  });
  socket.on('disconnect', async () => { // ok: ws-unauthenticated
    await prisma.visit.deleteMany();
  });
  registerKeys(socket);
});

function registerKeys(socket: Socket) {
  socket.on('addKey', async (name: string, reply: (answer: object) => void) => { // ok: ws-unauthenticated
    try {
      checkLogin(socket);
      await prisma.key.create({ data: { name } });
      reply({ ok: true });
    } catch {
      reply({ ok: false });
    }
  });
  socket.on('removeKey', async (id: string) => { // expect: ws-unauthenticated
    await prisma.key.delete({ where: { id } });
  });
}

function checkLogin(socket: Socket) {
  if (!socket.data.userId) throw new Error('You are not logged in.');
}

// Nobody is asked at all: that is said once, where they connect.
io.of('/open').on('connection', (socket) => { // expect: ws-unauthenticated
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ connect to /open and change data
  socket.on('post', () => prisma.message.create({ data: {} })); // ok: ws-unauthenticated
  socket.on('purge', () => prisma.message.deleteMany()); // ok: ws-unauthenticated
});

// Packets are looked at before their listeners run.
io.of('/packets').on('connection', (socket) => { // ok: ws-unauthenticated
  socket.on('purge', () => prisma.message.deleteMany()); // ok: ws-unauthenticated
  socket.use((_packet, next) => (socket.data.user ? next() : next(new Error('Unauthorized'))));
});

// production-gap: public: visitors vote here
io.of('/votes').on('connection', (socket) => { // ok: ws-unauthenticated
  socket.on('vote', () => prisma.vote.create({ data: {} })); // ok: ws-unauthenticated
});
