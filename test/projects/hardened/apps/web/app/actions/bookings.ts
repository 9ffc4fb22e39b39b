'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requireUser } from '@/lib/auth';
import { limit } from '@/lib/rateLimit';
import { supabaseAdmin } from '@/lib/supabase/admin';
import { createClient } from '@/lib/supabase/server';

export interface ActionResult {
  error?: string;
}

const booking = z.object({ classId: z.uuid(), seats: z.coerce.number().int().min(1).max(8) });
const profileChanges = z.strictObject({ name: z.string().min(1).max(100), phone: z.string().max(30) });

export async function bookClass(_previous: ActionResult, formData: FormData): Promise<ActionResult> {
  const user = await requireUser();
  await limit('book', user.id);
  const parsed = booking.safeParse(Object.fromEntries(formData));
  if (!parsed.success) return { error: 'Please choose a class and between one and eight seats' };

  // One database function checks and takes the seats, so that two people cannot get the last one.
  const { data: booked, error } = await supabaseAdmin.rpc('book_class', {
    p_user_id: user.id,
    p_class_id: parsed.data.classId,
    p_seats: parsed.data.seats,
  });
  if (error) throw error;
  if (!booked) return { error: 'Sorry, this class is full' };
  redirect('/classes?booked=1');
}

export async function cancelBooking(bookingId: string): Promise<ActionResult> {
  const user = await requireUser();
  const id = z.uuid().parse(bookingId);
  const { data: cancelled, error } = await supabaseAdmin.rpc('cancel_booking', { p_user_id: user.id, p_booking_id: id });
  if (error) throw error;
  revalidatePath('/classes');
  return cancelled ? {} : { error: 'This booking does not exist' };
}

export async function updateProfile(profile: { name: string; phone: string }): Promise<ActionResult> {
  const user = await requireUser();
  const changes = profileChanges.safeParse(profile);
  if (!changes.success) return { error: 'Please check name and phone' };
  const supabase = await createClient();
  const { error } = await supabase.from('profiles').update(changes.data).eq('id', user.id);
  if (error) throw error;
  revalidatePath('/account');
  return {};
}

export async function deleteAccount(): Promise<void> {
  const user = await requireUser();
  const { error } = await supabaseAdmin.auth.admin.deleteUser(user.id);
  if (error) throw error;
  redirect('/');
}
