// file: app/api/projects/route.ts
// packages: next@15.0.0, @supabase/ssr@0.5.0, @supabase/supabase-js@2.45.0
import { createServerClient } from '@supabase/ssr';
import { createClient } from '@supabase/supabase-js';
import { cookies } from 'next/headers';

const admin = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);

// Policies leave the rows of whoever calls: how many those are nobody can tell here.
export async function GET() {
  const store = await cookies();
  const supabase = createServerClient(process.env.SUPABASE_URL!, process.env.SUPABASE_ANON_KEY!, { cookies: { getAll: () => store.getAll(), setAll() {} } });
  const { data } = await supabase.from('projects').select('*'); // expect: unbounded-query(info low)
  return Response.json(data);
}

export async function POST() {
  const { data } = await admin.from('projects').select('*'); // expect: unbounded-query(info high)
  return Response.json(data);
}
