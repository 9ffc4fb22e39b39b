// packages: next@16.0.0, @prisma/client@6.1.0, resend@4.0.0
import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
