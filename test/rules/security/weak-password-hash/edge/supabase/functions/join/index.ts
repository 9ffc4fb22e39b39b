import { createClient } from 'npm:@supabase/supabase-js@2';

async function hashPassword(password: string): Promise<string> {
  const data = new TextEncoder().encode(password);
  const digest = await crypto.subtle.digest('SHA-256', data); // expect: weak-password-hash
  return Array.from(new Uint8Array(digest)).map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function fingerprint(text: string): Promise<ArrayBuffer> {
  return await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)); // ok: weak-password-hash
}

Deno.serve(async (req) => {
  const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { name, password } = await req.json();
  const { error } = await admin.from('members').insert({ name, password_hash: await hashPassword(password) });
  return new Response(JSON.stringify({ ok: !error, id: await fingerprint(name) }));
});
