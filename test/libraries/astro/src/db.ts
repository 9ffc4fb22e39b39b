import { drizzle } from 'drizzle-orm/node-postgres';

export const db = drizzle(import.meta.env.DATABASE_URL);
export const notes = {} as never;
export const sessions = {} as never;
