import { z } from 'zod';
import { audit } from '@/lib/audit';
import { requireAdmin } from '@/lib/auth';
import { handle } from '@/lib/handle';
import { supabaseAdmin } from '@/lib/supabase/admin';

const query = z.object({ page: z.coerce.number().int().min(0).max(10_000).default(0) });
const PAGE = 1_000;

/** A value that a spreadsheet reads as text. */
const cell = (value: string | null) => `"${(value ?? '').replace(/^[=+\-@]/, "'$&").replace(/"/g, '""')}"`;

export const GET = handle('GET /api/admin/export', async (request: Request) => {
  const admin = await requireAdmin();
  const { page } = query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { data: profiles, error } = await supabaseAdmin
    .from('profiles')
    .select('name, email, phone')
    .order('id')
    .range(page * PAGE, page * PAGE + PAGE - 1);
  if (error) throw error;
  await audit(admin.id, 'profiles.export', `page ${page}`);
  const csv = profiles.map((p) => [p.name, p.email, p.phone].map(cell).join(',')).join('\n');
  return new Response(csv, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
});
