'use server';
// packages: next@16.0.3, @prisma/client@6.1.0, next-safe-action@8.0.0, zod@4.0.0

import { z } from 'zod';
import { PrismaClient } from '@prisma/client';
import { actionClient, authActionClient, adminActionClient } from '../lib/safeAction';
import { verifySession } from '../lib/session';

const prisma = new PrismaClient();
const schema = z.object({ name: z.string() });

export async function openAction(form: FormData) {
  await prisma.order.create({ data: { name: String(form.get('name')) } });
}

export async function guardedAction(form: FormData) {
  await verifySession();
  await prisma.order.create({ data: { name: String(form.get('name')) } });
}

export const arrowAction = async (id: string) => {
  await prisma.order.delete({ where: { id } });
};

async function notExported() {
  await prisma.order.deleteMany();
}

export const safeOpen = actionClient.inputSchema(schema).action(async ({ parsedInput }) => {
  await prisma.order.create({ data: parsedInput });
});

export const safeGuarded = authActionClient.schema(schema).action(async ({ parsedInput, ctx }) => {
  await prisma.order.create({ data: { ...parsedInput, userId: ctx.userId } });
});

export const safeAdmin = adminActionClient.metadata({ actionName: 'purge' }).action(async () => {
  await prisma.order.deleteMany();
});
