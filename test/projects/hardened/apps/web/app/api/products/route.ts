import { NextResponse } from 'next/server';
import { z } from 'zod';
import { handle } from '@/lib/handle';
import { createClient } from '@/lib/supabase/server';

const query = z.object({ q: z.string().max(100).default(''), page: z.coerce.number().int().min(0).max(1_000).default(0) });
const PAGE = 50;

/** The public catalogue. Anyone can read it; row level security lets nothing else through. */
export const GET = handle('GET /api/products', async (request: Request) => {
  const { q, page } = query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const supabase = await createClient();
  const { data, error } = await supabase
    .from('products')
    .select('id, name, description, price_cents, stock, image_url')
    .ilike('name', `%${q.replace(/[\\%_]/g, '\\$&')}%`)
    .order('name')
    .range(page * PAGE, page * PAGE + PAGE - 1);
  if (error) throw error;
  return NextResponse.json(data);
});
