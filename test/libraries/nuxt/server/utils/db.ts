import { drizzle } from 'drizzle-orm/node-postgres';

export const useDb = () => drizzle(process.env.DATABASE_URL!);
export const notes = {} as never;
