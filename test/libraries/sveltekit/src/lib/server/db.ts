import { drizzle } from 'drizzle-orm/node-postgres';
import { DATABASE_URL } from '$env/static/private';

export const db = drizzle(DATABASE_URL);
export const notes = {} as never;
export const sessions = {} as never;
