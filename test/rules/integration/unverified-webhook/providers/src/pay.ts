import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Provider } from './provider';

export class Pay implements Provider {
  async handle(payload: string, signature: string) {
    const expected = createHmac('sha256', process.env.PAY_SECRET!).update(payload).digest();
    const success = timingSafeEqual(expected, Buffer.from(signature, 'hex'));
    return { success, account: success ? (JSON.parse(payload) as { account: string }).account : '' };
  }
}
