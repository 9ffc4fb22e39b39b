import { NextResponse } from 'next/server';
import { z } from 'zod';
import { handle } from '@/lib/handle';
import { limit } from '@/lib/rateLimit';
import { supabaseAdmin } from '@/lib/supabase/admin';

const subscription = z.object({ email: z.email().max(254) });

/** Public on purpose: anyone can subscribe. The answer is the same for a known address. */
export const POST = handle('POST /api/newsletter', async (request: Request) => {
  await limit('newsletter');
  const { email } = subscription.parse(await request.json());
  const { error } = await supabaseAdmin.from('subscribers').upsert({ email }, { onConflict: 'email', ignoreDuplicates: true });
  if (error) throw error;
  return NextResponse.json({ success: true });
});
