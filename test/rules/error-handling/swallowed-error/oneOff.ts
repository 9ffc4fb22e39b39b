// file: import-orders.ts
// packages: @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function main() {
  try {
    await prisma.order.deleteMany();
  } catch {} // ok: swallowed-error
}
void main();
