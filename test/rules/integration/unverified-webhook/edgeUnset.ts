// file: supabase/functions/call-webhook/index.ts
// packages: @supabase/supabase-js@2.45.0
import { createClient } from 'npm:@supabase/supabase-js@2';

async function verifyCall(body: string, signature: string | null, secret: string): Promise<boolean> {
  if (!signature) return false;
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(body));
  return signature === Array.from(new Uint8Array(mac)).map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

Deno.serve(async (request) => { // expect: unverified-webhook(error medium)
//^^^^^^^^ where CALL_SECRET is not set
  const body = await request.text();
  const secret = Deno.env.get('CALL_SECRET');
  if (secret) {
    if (!(await verifyCall(body, request.headers.get('x-signature'), secret))) return new Response('bad signature', { status: 401 });
  } else {
    console.warn('CALL_SECRET is not set');
  }
  const event = JSON.parse(body);
  if (!event.id) return Response.json({ error: 'no id' }, { status: 400 });
  const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { error } = await supabase.from('calls').insert(event);
  return Response.json({ ok: !error });
});
