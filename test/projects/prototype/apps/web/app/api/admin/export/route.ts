import { NextResponse } from 'next/server';
import { requireAdmin } from '@/lib/admin';
import { supabaseAdmin } from '@/lib/supabase/admin';

export async function GET() {
  const admin = await requireAdmin();
  if (!admin) return NextResponse.json({ error: 'Forbidden' }, { status: 403 });

  const { data: profiles } = await supabaseAdmin.from('profiles').select('*');
  const csv = profiles.map((p) => `${p.name},${p.email},${p.phone}`).join('\n');
  return new NextResponse(csv, { headers: { 'Content-Type': 'text/csv' } });
}
