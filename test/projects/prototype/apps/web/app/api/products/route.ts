import { NextResponse } from 'next/server';
import { supabaseAdmin } from '@/lib/supabase/admin';

export async function GET(request: Request) {
  try {
    const { searchParams } = new URL(request.url);
    const q = searchParams.get('q') ?? '';

    const { data } = await supabaseAdmin
      .from('products')
      .select('*')
      .or(`name.ilike.%${q}%,description.ilike.%${q}%`);

    return NextResponse.json(data);
  } catch {
    return NextResponse.json([]);
  }
}
