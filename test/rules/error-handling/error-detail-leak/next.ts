// file: app/api/orders/route.ts
// packages: next@15.1.0, @supabase/supabase-js@2.48.0
import { NextResponse } from 'next/server';
import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);

export async function GET() {
  const { data, error } = await supabase.from('orders').select('*').limit(20);
  if (error) return NextResponse.json({ error: error.message }, { status: 500 }); // expect: error-detail-leak(warning high)
  return NextResponse.json(data); // ok: error-detail-leak
}

export async function POST(request: Request) {
  try {
    const body = await request.json();
    return NextResponse.json(body);
  } catch (error) {
    return Response.json({ error: String(error) }, { status: 500 }); // expect: error-detail-leak
  }
}

export async function PUT(request: Request) {
  try {
    return NextResponse.json(await request.json());
  } catch (error) {
    console.error('PUT /api/orders', error);
    return NextResponse.json({ error: 'Internal server error' }, { status: 500 }); // ok: error-detail-leak
  }
}
