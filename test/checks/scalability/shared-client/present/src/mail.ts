import { prisma } from './prisma';

export const mail = () => prisma.mail.count();
