// packages: socket.io@4.8.4, jsonwebtoken@9.0.2, @prisma/client@6.1.0
const { Server } = require('socket.io');
const { createServer } = require('node:http');
const jwt = require('jsonwebtoken');
const { PrismaClient } = require('@prisma/client');
const { keyHandler } = require('./keys');
const registerRooms = require('./rooms');

const prisma = new PrismaClient();
const io = new Server(createServer());

io.on('connection', (socket) => {
  // Whoever connects says later who they are.
  socket.on('login', async (token) => {
    socket.userId = jwt.verify(token, process.env.JWT_SECRET).sub;
    await prisma.visit.create({ data: { userId: socket.userId } });
  });

  socket.on('rename', async (name) => {
    if (!socket.userId) return;
    await prisma.user.update({ where: { id: socket.userId }, data: { name } });
  });

  socket.on('purge', async () => {
    await prisma.message.deleteMany();
  });

  // The server tells of this one; nobody can send it.
  socket.on('disconnect', async () => {
    await prisma.visit.deleteMany();
  });

  for (const name of ['up', 'down']) socket.on(name, async () => prisma.vote.create({ data: { name } }));

  keyHandler(socket);
  registerRooms(io, socket);
});

// Each packet is looked at before its listener runs, those that were added earlier included.
io.of('/packets').on('connection', (socket) => {
  socket.on('purge', async () => {
    await prisma.message.deleteMany();
  });
  socket.use(([name], next) => {
    if (!socket.data.user) return next(new Error('Unauthorized'));
    next();
  });
});

// Asked when somebody connects.
io.of('/asked').on('connection', async (socket) => {
  try {
    socket.data.user = jwt.verify(socket.handshake.auth.token, process.env.JWT_SECRET);
  } catch {
    socket.disconnect(true);
    return;
  }
  socket.on('purge', () => prisma.message.deleteMany());
  socket.onAny(async (name) => {
    await prisma.visit.create({ data: { name } });
  });
});

// production-gap: public: visitors vote here
io.of('/votes').on('connection', (socket) => {
  socket.on('vote', () => prisma.vote.create({ data: {} }));
});
