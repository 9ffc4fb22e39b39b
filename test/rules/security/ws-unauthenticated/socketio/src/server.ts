// packages: socket.io@4.8.4, jsonwebtoken@9.0.2, @prisma/client@6.1.0
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { requireToken } from './auth';
import { registerOrders } from './orders';
import { prisma } from './prisma';

const io = new Server(createServer());

io.on('connection', (socket) => { // expect: ws-unauthenticated
  socket.on('post', async (text: string) => {
    await prisma.message.create({ data: { text } });
  });
});

// The guard of one namespace says nothing of another.
const admin = io.of('/admin');
admin.use(requireToken);
admin.on('connection', (socket) => { // ok: ws-unauthenticated
  socket.on('purge', async () => {
    await prisma.message.deleteMany();
  });
});

io.of('/trace')
  .use((socket, next) => {
    console.log(socket.id);
    next();
  })
  .on('connection', (socket) => { // expect: ws-unauthenticated
    socket.on('purge', async () => {
      await prisma.message.deleteMany();
    });
  });

registerOrders(io);
