import { prisma } from './prisma';

export const orders = () => prisma.orders.count();
