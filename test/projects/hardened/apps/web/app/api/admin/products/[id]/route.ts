import { NextResponse } from 'next/server';
import { z } from 'zod';
import { audit } from '@/lib/audit';
import { requireAdmin } from '@/lib/auth';
import { HttpError } from '@/lib/errors';
import { handle } from '@/lib/handle';
import { supabaseAdmin } from '@/lib/supabase/admin';

type Params = { params: Promise<{ id: string }> };

const path = z.object({ id: z.uuid() });
const changes = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  description: z.string().max(5_000).optional(),
  price_cents: z.number().int().min(0).max(1_000_000).optional(),
  stock: z.number().int().min(0).optional(),
});

export const PATCH = handle('PATCH /api/admin/products/[id]', async (request: Request, { params }: Params) => {
  const admin = await requireAdmin();
  const { id } = path.parse(await params);
  const update = changes.parse(await request.json());
  const { data, error } = await supabaseAdmin.from('products').update(update).eq('id', id).select().maybeSingle();
  if (error) throw error;
  if (!data) throw new HttpError(404, 'Product not found');
  await audit(admin.id, 'product.update', id);
  return NextResponse.json(data);
});

export const DELETE = handle('DELETE /api/admin/products/[id]', async (_request: Request, { params }: Params) => {
  const admin = await requireAdmin();
  const { id } = path.parse(await params);
  const { error } = await supabaseAdmin.from('products').delete().eq('id', id);
  if (error) throw error;
  await audit(admin.id, 'product.delete', id);
  return NextResponse.json({ success: true });
});
