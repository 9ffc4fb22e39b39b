import { createClient, type SupabaseClient } from 'npm:@supabase/supabase-js@2';
import { requireUser } from '../_shared/auth.ts';

// Strangers are answered too; what is given back is the answer and no verdict.
Deno.serve(async (req) => {
  const admin = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  let user: { id: string } | null = null;
  try {
    user = await requireUser(req);
  } catch {
    user = { id: crypto.randomUUID() };
  }
  return await answer(admin, user);
});

async function answer(admin: SupabaseClient, user: { id: string }) {
  const { error } = await admin.from('questions').insert({ asked_by: user.id });
  return new Response(error ? 'failed' : 'ok');
}
