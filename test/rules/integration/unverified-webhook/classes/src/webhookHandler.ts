import { PrismaClient } from '@prisma/client';
import { signatureVerifier } from './signatureVerifier';

const db = new PrismaClient();

class WebhookHandler {
  async receive(platform: string, payload: string, headers: Record<string, string>): Promise<{ success: boolean; error?: string }> {
    const signature = this.extractSignature(headers);
    if (!signature) return { success: false, error: 'Missing signature' };
    const verification = signatureVerifier.verify(platform, payload, signature);
    if (!verification.valid) {
      try {
        await db.auditLog.create({ data: { action: 'refused' } });
      } catch (error) {
        console.error(error);
      }
      return { success: false, error: verification.error || 'Invalid signature' };
    }
    await db.event.create({ data: { payload } });
    return { success: true };
  }

  private extractSignature(headers: Record<string, string>): string | undefined {
    return headers['x-shop-signature'];
  }

  async store(payload: string, signature: unknown) {
    await db.event.create({ data: { payload, signature: String(signature) } });
    return { success: true };
  }
}

export const webhookHandler = new WebhookHandler();
