Deno.serve(async () => {
  const url = Deno.env.get('SUPABASE_URL')!;
  const key = Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? '';
  return new Response([url, key, Deno.env.get('RESEND_API_KEY') ?? '', Deno.env.get('STRIPE_KEY')!, Deno.env.get('SITE_URL') || '', Deno.env.get('SIGNING_SECRET') || ''].join());
});
