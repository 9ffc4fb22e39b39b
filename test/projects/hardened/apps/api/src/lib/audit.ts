import type { Prisma } from '@prisma/client';

/** Records who did what, in the same transaction as the deed. */
export async function audit(tx: Prisma.TransactionClient, actorId: string, action: string, target: string): Promise<void> {
  await tx.auditLog.create({ data: { actorId, action, target } });
}
