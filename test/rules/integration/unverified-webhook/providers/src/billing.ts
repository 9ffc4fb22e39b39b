import { PrismaClient } from '@prisma/client';
import { journal } from './journal';
import type { Provider } from './provider';
import { Pay } from './pay';

const prisma = new PrismaClient();

export class Billing {
  private static providers: Record<string, Provider> = { pay: new Pay() };

  static async receive(name: string, payload: string, signature: string) {
    const provider = this.providers[name];
    if (!provider) return { success: false };
    const result = await provider.handle(payload, signature);
    if (result.success) await prisma.account.update({ where: { id: result.account }, data: { paid: true } });
    return { success: result.success };
  }

  static async note(payload: string, signature: string) {
    journal.info(payload, signature);
    await prisma.account.update({ where: { id: payload }, data: { paid: true } });
  }
}
