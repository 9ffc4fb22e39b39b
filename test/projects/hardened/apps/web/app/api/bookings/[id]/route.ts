import { NextResponse } from 'next/server';
import { z } from 'zod';
import { requireUser } from '@/lib/auth';
import { HttpError } from '@/lib/errors';
import { handle } from '@/lib/handle';
import { supabaseAdmin } from '@/lib/supabase/admin';
import { createClient } from '@/lib/supabase/server';

type Params = { params: Promise<{ id: string }> };

const path = z.object({ id: z.uuid() });
const changes = z.strictObject({ note: z.string().max(500) });

export const GET = handle('GET /api/bookings/[id]', async (_request: Request, { params }: Params) => {
  const user = await requireUser();
  const { id } = path.parse(await params);
  const supabase = await createClient();
  const { data, error } = await supabase
    .from('bookings')
    .select('id, seats, status, note, classes(id, title, starts_at)')
    .eq('id', id)
    .eq('user_id', user.id)
    .maybeSingle();
  if (error) throw error;
  if (!data) throw new HttpError(404, 'Booking not found');
  return NextResponse.json(data);
});

export const PATCH = handle('PATCH /api/bookings/[id]', async (request: Request, { params }: Params) => {
  const user = await requireUser();
  const { id } = path.parse(await params);
  const { note } = changes.parse(await request.json());
  const supabase = await createClient();
  const { data, error } = await supabase
    .from('bookings')
    .update({ note })
    .eq('id', id)
    .eq('user_id', user.id)
    .select('id')
    .maybeSingle();
  if (error) throw error;
  if (!data) throw new HttpError(404, 'Booking not found');
  return NextResponse.json({ success: true });
});

export const DELETE = handle('DELETE /api/bookings/[id]', async (_request: Request, { params }: Params) => {
  const user = await requireUser();
  const { id } = path.parse(await params);
  const { data: cancelled, error } = await supabaseAdmin.rpc('cancel_booking', { p_user_id: user.id, p_booking_id: id });
  if (error) throw error;
  if (!cancelled) throw new HttpError(404, 'Booking not found');
  return NextResponse.json({ success: true });
});
