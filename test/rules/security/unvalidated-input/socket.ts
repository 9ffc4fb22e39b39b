// packages: socket.io@4.8.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import { Server } from 'socket.io';

const prisma = new PrismaClient();
const io = new Server();

io.on('connection', (socket) => {
  socket.on('message', async (message) => { // expect: unvalidated-input
    await prisma.message.create({ data: { text: message.text } }).catch(console.error);
  });
});
