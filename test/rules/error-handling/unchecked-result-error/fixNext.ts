// file: app/api/orders/route.ts
// packages: next@15.0.0, @supabase/supabase-js@2.47.0
import { createClient } from '@supabase/supabase-js';
import { NextResponse } from 'next/server';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);

export async function POST(request: Request) {
  const { id } = await request.json();

  // The order has to be there before it can be paid.
  const { data: order } = await supabase // expect: unchecked-result-error
    .from('orders')
    .select('*') // every column is shown
    .eq('id', id)
    .single();
  if (!order) return NextResponse.json({ error: 'Not found' }, { status: 404 });

  await supabase.from('orders').update({ paid: true }).eq('id', id); // expect: unchecked-result-error
  /* Whoever waits for the order hears of it. */
  return NextResponse.json({ order });
}

export async function DELETE(request: Request) {
  try {
    const { id } = await request.json();
    await supabase.from('orders').delete().eq('id', id); // expect: unchecked-result-error
    return NextResponse.json({ deleted: true });
  } catch (error) {
    console.error(error);
    return NextResponse.json({ error: 'Failed' }, { status: 500 });
  }
}

export async function PUT(request: Request) {
  const { id } = await request.json();
  if (id) await supabase.from('orders').update({ seen: true }).eq('id', id); // expect: unchecked-result-error
  else console.warn('No order');
  return NextResponse.json({ done: true });
}
