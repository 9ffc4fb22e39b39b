import { z } from 'zod';
import { env } from '../env.js';
import { postJson } from '../lib/http.js';

const label = z.object({ labelUrl: z.url(), trackingCode: z.string() });

export function createLabel(orderId: string, address: string): Promise<z.infer<typeof label>> {
  return postJson(
    'shipping',
    'https://api.shipping.example/v2/labels',
    { body: { reference: orderId, address }, token: env.SHIPPING_API_KEY, idempotencyKey: `label-${orderId}` },
    label,
  );
}
