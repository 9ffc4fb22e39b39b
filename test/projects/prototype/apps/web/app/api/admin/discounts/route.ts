import { NextResponse } from 'next/server';
import { supabaseAdmin } from '@/lib/supabase/admin';

export async function POST(request: Request) {
  try {
    const { code, percent } = await request.json();
    const { data, error } = await supabaseAdmin.from('promo_codes').insert({ code, percent }).select().single();
    if (error) throw error;
    return NextResponse.json(data);
  } catch (error: any) {
    console.error(error);
    return NextResponse.json({ error: error.message }, { status: 500 });
  }
}
