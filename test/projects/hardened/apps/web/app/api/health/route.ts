import { NextResponse } from 'next/server';
import { handle } from '@/lib/handle';
import { createClient } from '@/lib/supabase/server';

export const dynamic = 'force-dynamic';

export const GET = handle('GET /api/health', async () => {
  const supabase = await createClient();
  const { error } = await supabase.from('products').select('id', { head: true }).limit(1);
  if (error) throw error;
  return NextResponse.json({ status: 'ok' });
});
