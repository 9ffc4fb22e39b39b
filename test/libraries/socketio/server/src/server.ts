// packages: socket.io@4.8.4, express@5.1.0, jsonwebtoken@9.0.2, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { requireToken } from './auth';
import { registerOrders } from './orders';

const prisma = new PrismaClient();
const io = new Server(createServer(), { cors: { origin: 'https://example.com' } });

io.on('connection', (socket) => {
  socket.on('post', async (text: string) => {
    await prisma.message.create({ data: { text } });
  });
});
// It holds for those who connect, although it stands behind the listener.
io.use(requireToken);

// A namespace is not covered by the middleware of the main one.
const open = io.of('/open');
open.on('connection', (socket) => {
  socket.on('post', async (text: string) => {
    await prisma.message.create({ data: { text } });
  });
});

io.of('/admin').use(requireToken);
io.of('/admin').on('connection', (socket) => {
  socket.on('purge', async () => {
    await prisma.message.deleteMany();
  });
});

io.of('/chained')
  .use(requireToken)
  .on('connection', (socket) => {
    socket.on('purge', async () => {
      await prisma.message.deleteMany();
    });
  });

io.of('/messages').on('connection', (socket) => {
  socket.on('purge', async () => {
    if (!socket.data.user) return;
    await prisma.message.deleteMany();
  });
});

io.of('/news').on('connection', (socket) => {
  socket.emit('news', 'Welcome');
});

registerOrders(io);
