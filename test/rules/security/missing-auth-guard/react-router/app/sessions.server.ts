import { createCookieSessionStorage } from 'react-router';
import { drizzle } from 'drizzle-orm/node-postgres';

export const sessions = createCookieSessionStorage({ cookie: { name: 'session' } });
export const db = drizzle(process.env.DATABASE_URL!);
export const notes = {} as never;
