import { prisma } from './prisma';

export const oauth = () => prisma.oauth.count();
