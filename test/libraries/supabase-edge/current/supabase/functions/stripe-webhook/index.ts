import Stripe from 'npm:stripe@17';
import { createClient } from 'npm:@supabase/supabase-js@2';

const stripe = new Stripe(Deno.env.get('STRIPE_KEY')!);

Deno.serve(async (req) => {
  const signature = req.headers.get('stripe-signature');
  let event;
  try {
    event = await stripe.webhooks.constructEventAsync(await req.text(), signature!, Deno.env.get('STRIPE_WEBHOOK_SECRET')!);
  } catch {
    return new Response('bad signature', { status: 400 });
  }
  const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  await supabase.from('events').insert({ id: event.id });
  return new Response('ok');
});
