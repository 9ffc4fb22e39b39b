import { PrismaClient } from '@prisma/client';
import { remember } from '@epic-web/remember';
import { keep, once, opened, retried, timed } from './kept.server';

function connect() {
  return new PrismaClient();
}

const prisma = once('prisma', () => new PrismaClient());
prisma.$connect();
export { prisma };
export const client = keep(connect, 'client');
export const other = opened(() => new PrismaClient());
export const retriedClient = retried(async () => new PrismaClient());
export const remembered = remember('prisma', () => new PrismaClient());
export const stopwatch = timed(() => new PrismaClient());
