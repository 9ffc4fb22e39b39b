import { NextResponse } from 'next/server';
import { z } from 'zod';
import { env } from '@/lib/env';
import { handle } from '@/lib/handle';
import { postJson } from '@/lib/http';
import { limit } from '@/lib/rateLimit';

const message = z.object({ name: z.string().min(1).max(100), email: z.email(), message: z.string().min(1).max(5_000) });

/** Public on purpose: the studio's contact form. Mail goes to the studio only, as plain text. */
export const POST = handle('POST /api/contact', async (request: Request) => {
  await limit('contact');
  const body = message.parse(await request.json());
  await postJson(
    'https://api.resend.com/emails',
    env.RESEND_API_KEY,
    {
      from: 'website@kilnandclay.example',
      to: 'studio@kilnandclay.example',
      reply_to: body.email,
      subject: 'Message from the website',
      text: `${body.name} writes:\n\n${body.message}`,
    },
    z.object({ id: z.string() }),
    { idempotencyKey: crypto.randomUUID() },
  );
  return NextResponse.json({ success: true });
});
