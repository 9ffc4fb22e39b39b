import { NextResponse } from 'next/server';
import { z } from 'zod';
import { audit } from '@/lib/audit';
import { requireAdmin } from '@/lib/auth';
import { handle } from '@/lib/handle';
import { supabaseAdmin } from '@/lib/supabase/admin';

const discount = z.strictObject({ code: z.string().regex(/^[A-Z0-9]{4,20}$/), percent: z.number().int().min(1).max(50) });

export const POST = handle('POST /api/admin/discounts', async (request: Request) => {
  const admin = await requireAdmin();
  const { code, percent } = discount.parse(await request.json());
  const { data, error } = await supabaseAdmin.from('promo_codes').insert({ code, percent }).select('id, code, percent').single();
  if (error) throw error;
  await audit(admin.id, 'promo.create', code);
  return NextResponse.json(data);
});
