import { NextResponse } from 'next/server';
import { z } from 'zod';
import { audit } from '@/lib/audit';
import { requireAdmin } from '@/lib/auth';
import { HttpError } from '@/lib/errors';
import { handle } from '@/lib/handle';
import { supabaseAdmin } from '@/lib/supabase/admin';

const query = z.object({ page: z.coerce.number().int().min(0).max(10_000).default(0) });
const change = z.object({ id: z.uuid(), status: z.enum(['paid', 'sent', 'refunded']) });
const PAGE = 50;

export const GET = handle('GET /api/admin/orders', async (request: Request) => {
  await requireAdmin();
  const { page } = query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { data, error } = await supabaseAdmin
    .from('orders')
    .select('id, status, total_cents, created_at, order_items(product_id, quantity, price_cents)')
    .order('created_at', { ascending: false })
    .range(page * PAGE, page * PAGE + PAGE - 1);
  if (error) throw error;
  return NextResponse.json(data);
});

export const PATCH = handle('PATCH /api/admin/orders', async (request: Request) => {
  const admin = await requireAdmin();
  const { id, status } = change.parse(await request.json());
  const { data, error } = await supabaseAdmin.from('orders').update({ status }).eq('id', id).select('id').maybeSingle();
  if (error) throw error;
  if (!data) throw new HttpError(404, 'Order not found');
  await audit(admin.id, `order.${status}`, id);
  return NextResponse.json({ success: true });
});
