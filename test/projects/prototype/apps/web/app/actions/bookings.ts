'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { supabaseAdmin } from '@/lib/supabase/admin';
import { createClient } from '@/lib/supabase/server';

export async function bookClass(formData: FormData) {
  const supabase = await createClient();
  const { data } = await supabase.auth.getUser();
  if (!data.user) redirect('/login');

  try {
    const classId = formData.get('classId') as string;
    const seats = Number(formData.get('seats'));
    const { data: workshop } = await supabase.from('classes').select('*').eq('id', classId).single();
    if (workshop.booked + seats > workshop.capacity) {
      return { error: 'Sorry, this class is full' };
    }
    await supabase.from('bookings').insert({ class_id: classId, user_id: data.user.id, seats });
    await supabaseAdmin.from('classes').update({ booked: workshop.booked + seats }).eq('id', classId);
    redirect('/classes?booked=1');
  } catch (error: any) {
    return { error: error.message };
  }
}

export async function cancelBooking(bookingId: string) {
  await supabaseAdmin.from('bookings').update({ status: 'cancelled' }).eq('id', bookingId);
  revalidatePath('/classes');
}

export async function updateProfile(profile: { id: string; name: string; phone: string; role?: string }) {
  const { error } = await supabaseAdmin.from('profiles').upsert(profile);
  if (error) {
    return { error: error.message };
  }
  revalidatePath('/account');
}

// called by the payment webhook
export async function markBookingPaid(bookingId: string) {
  await supabaseAdmin.from('bookings').update({ status: 'confirmed' }).eq('id', bookingId);
}
