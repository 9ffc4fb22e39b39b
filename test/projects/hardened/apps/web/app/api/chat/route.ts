import { NextResponse } from 'next/server';
import { z } from 'zod';
import { requireUser } from '@/lib/auth';
import { env } from '@/lib/env';
import { handle } from '@/lib/handle';
import { postJson } from '@/lib/http';
import { limit } from '@/lib/rateLimit';

const question = z.object({
  messages: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string().max(2_000) })).min(1).max(20),
});
const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/** "Ask the potter" assistant on the home page, for people who are logged in. */
export const POST = handle('POST /api/chat', async (request: Request) => {
  const user = await requireUser();
  await limit('chat', user.id);
  const { messages } = question.parse(await request.json());
  const { choices } = await postJson(
    'https://api.openai.com/v1/chat/completions',
    env.OPENAI_API_KEY,
    { model: 'gpt-4o-2024-11-20', max_tokens: 500, user: user.id, messages },
    completion,
    { timeoutMs: 30_000 },
  );
  return NextResponse.json({ reply: choices[0]?.message.content });
});
