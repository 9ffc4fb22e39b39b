import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const store = (order: { sku: string; quantity: number }) => prisma.order.create({ data: order });
