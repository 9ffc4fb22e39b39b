import { drizzle } from 'drizzle-orm/node-postgres';
import { boolean, integer, pgTable } from 'drizzle-orm/pg-core';

const db = drizzle(process.env.DATABASE_URL!);
const notices = pgTable('notices', { id: integer('id'), read: boolean('read') });

export async function markAllRead() {
  await db.update(notices).set({ read: true }); // ok: unfiltered-write
}

export const notebook = {
  clear: async () => {
    await db.delete(notices); // ok: unfiltered-write
  },
};

export async function addNotice(id: number) {
  await db.insert(notices).values({ id, read: false });
}
