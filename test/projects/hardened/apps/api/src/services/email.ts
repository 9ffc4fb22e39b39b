import { z } from 'zod';
import { env } from '../env.js';
import { postJson } from '../lib/http.js';
import { logger } from '../lib/logger.js';

const sentEmail = z.object({ id: z.string() });

/** Sends one e-mail. The key makes a repeated attempt harmless. */
export async function sendEmail(to: string, subject: string, text: string, idempotencyKey: string): Promise<void> {
  const { id } = await postJson(
    'resend',
    'https://api.resend.com/emails',
    { body: { from: 'Kiln & Clay <hello@kilnandclay.example>', to, subject, text }, token: env.RESEND_API_KEY, idempotencyKey },
    sentEmail,
  );
  logger.info({ emailId: id, idempotencyKey }, 'email sent');
}
