import { PrismaClient } from '@prisma/client';
import type { Server } from 'socket.io';

const prisma = new PrismaClient();

export function registerOrders(io: Server) {
  io.on('connection', (socket) => {
    socket.on('order', async (order: { id: string }) => {
      await prisma.order.create({ data: order });
    });
  });
}
