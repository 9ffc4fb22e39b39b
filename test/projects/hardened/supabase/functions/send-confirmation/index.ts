import { z } from 'npm:zod@4.6.7';
import { supabase } from '../_shared/client.ts';
import { required } from '../_shared/env.ts';
import { handle } from '../_shared/handle.ts';
import { post } from '../_shared/http.ts';
import { signedBody } from '../_shared/signature.ts';

const request = z.strictObject({ bookingId: z.uuid() });
const bookingRow = z.object({ profiles: z.object({ email: z.email() }), classes: z.object({ title: z.string() }) });
const sentEmail = z.object({ id: z.string() });
const token = required('RESEND_API_KEY');

// The recipient and the text come from the booking, so that nobody can send mail of their own through this function.
Deno.serve(
  handle('send-confirmation', async (req) => {
    const { bookingId } = request.parse(JSON.parse(await signedBody(req)));

    const { data, error } = await supabase
      .from('bookings')
      .select('profiles(email), classes(title)')
      .eq('id', bookingId)
      .single();
    if (error) throw error;
    const booking = bookingRow.parse(data);

    const email = await post(
      'https://api.resend.com/emails',
      token,
      `confirmation-${bookingId}`,
      JSON.stringify({
        from: 'Kiln & Clay <hello@kilnandclay.example>',
        to: booking.profiles.email,
        subject: 'Your class is booked',
        text: `See you at ${booking.classes.title}.`,
      }),
      sentEmail,
    );

    const { error: logError } = await supabase
      .from('emails')
      .upsert({ booking_id: bookingId, provider_id: email.id }, { onConflict: 'booking_id' });
    if (logError) throw logError;
    return { success: true };
  }),
);
