import { createHmac, timingSafeEqual } from 'node:crypto';

export class SignatureVerifier {
  private readonly secrets = new Map<string, string>();

  verify(platform: string, payload: string, signature: string, timestamp?: string): { valid: boolean; error?: string } {
    const secret = this.secrets.get(platform);
    if (!secret) return { valid: false };
    try {
      switch (platform) {
        case 'shop':
        case 'market':
          return this.verifyShop(payload, signature, secret);
        case 'post':
          return this.verifyPost(payload, signature, secret, timestamp);
        default:
          return { valid: false, error: 'Unknown platform' };
      }
    } catch {
      return { valid: false, error: 'Signature verification failed' };
    }
  }

  private verifyShop(payload: string, signature: string, secret: string): { valid: boolean; error?: string } {
    const expected = 'sha256=' + createHmac('sha256', secret).update(payload).digest('hex');
    const valid = this.isSame(signature, expected);
    return { valid, error: valid ? undefined : 'Invalid signature' };
  }

  private verifyPost(payload: string, signature: string, secret: string, timestamp?: string): { valid: boolean; error?: string } {
    if (!timestamp) return { valid: false, error: 'Missing timestamp' };
    const expected = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
    return { valid: this.isSame(signature, expected) };
  }

  private isSame(a: string, b: string): boolean {
    try {
      const left = Buffer.from(a);
      const right = Buffer.from(b);
      if (left.length !== right.length) return false;
      return timingSafeEqual(left, right);
    } catch {
      return false;
    }
  }
}

export const signatureVerifier = new SignatureVerifier();
