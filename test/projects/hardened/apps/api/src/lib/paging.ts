import { z } from 'zod';

export const pageQuery = z.object({
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const idParams = z.object({ id: z.uuid() });

/** Prisma arguments for the page after a cursor. */
export function pageOf({ cursor, limit }: z.infer<typeof pageQuery>): { take: number; skip?: number; cursor?: { id: string } } {
  return cursor ? { take: limit, skip: 1, cursor: { id: cursor } } : { take: limit };
}
