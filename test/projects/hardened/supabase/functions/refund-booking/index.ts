import { z } from 'npm:zod@4.6.7';
import { requireAdmin } from '../_shared/auth.ts';
import { supabase } from '../_shared/client.ts';
import { required } from '../_shared/env.ts';
import { handle, HttpError } from '../_shared/handle.ts';
import { post } from '../_shared/http.ts';

const request = z.strictObject({ bookingId: z.uuid() });
const refundAnswer = z.object({ id: z.string(), status: z.string() });
const token = required('STRIPE_SECRET_KEY');

Deno.serve(
  handle('refund-booking', async (req) => {
    const admin = await requireAdmin(req);
    const { bookingId } = request.parse(await req.json());

    const { data: booking, error } = await supabase
      .from('bookings')
      .select('id, payment_id, status')
      .eq('id', bookingId)
      .maybeSingle();
    if (error) throw error;
    if (!booking?.payment_id) throw new HttpError(404, 'Paid booking not found');

    const refund = await post(
      'https://api.stripe.com/v1/refunds',
      token,
      `refund-${bookingId}`,
      new URLSearchParams({ payment_intent: booking.payment_id }),
      refundAnswer,
    );

    // Marks the booking, gives the seats back and writes the audit entry in one transaction.
    const { error: markError } = await supabase.rpc('mark_booking_refunded', {
      p_admin_id: admin.id,
      p_booking_id: bookingId,
    });
    if (markError) throw markError;
    return { success: true, refundId: refund.id };
  }),
);
