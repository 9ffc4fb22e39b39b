import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export class OrderService {
  async find(id: string, userId: string) {
    return prisma.order.findFirst({ where: { id, userId } });
  }

  async cancel(id: string) {
    return prisma.order.update({ where: { id }, data: { state: 'cancelled' } });
  }

  async cancelOwn(id: string, userId: string) {
    const order = await prisma.order.findUnique({ where: { id } });
    if (order?.userId !== userId) throw new Error('Not yours');
    return prisma.order.update({ where: { id }, data: { state: 'cancelled' } });
  }

  async drafts(userId: string) {
    return prisma.draft.findMany({ where: { userId } });
  }

  async drop(id: string) {
    return prisma.draft.delete({ where: { id } });
  }

  async hide(id: string) {
    return prisma.banner.delete({ where: { id } });
  }
}

export const orders = new OrderService();
