import { PrismaClient } from '../generated/prisma/client';

let made: PrismaClient | undefined;

/** Connects when it is first asked for something. */
export const lazy = new Proxy({} as PrismaClient, {
  get(_target, name) {
    made ??= new PrismaClient();
    return Reflect.get(made, name);
  },
});
