import { PrismaClient } from './client';

const kept = globalThis as unknown as { prisma: PrismaClient | undefined };

export const prisma: PrismaClient = kept.prisma ?? new PrismaClient();
