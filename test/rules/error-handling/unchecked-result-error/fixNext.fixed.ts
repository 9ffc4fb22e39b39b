import { createClient } from '@supabase/supabase-js';
import { NextResponse } from 'next/server';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);

export async function POST(request: Request) {
  const { id } = await request.json();

  // The order has to be there before it can be paid.
  const { data: order, error } = await supabase
    .from('orders')
    .select('*') // every column is shown
    .eq('id', id)
    .single();
  if (error && error.code !== 'PGRST116') {
    console.error('POST /api/orders failed', error);
    return NextResponse.json({ error: 'Internal server error' }, { status: 500 });
  }
  if (!order) return NextResponse.json({ error: 'Not found' }, { status: 404 });

  const { error: updateError } = await supabase.from('orders').update({ paid: true }).eq('id', id);
  if (updateError) {
    console.error('POST /api/orders failed', updateError);
    return NextResponse.json({ error: 'Internal server error' }, { status: 500 });
  }
  /* Whoever waits for the order hears of it. */
  return NextResponse.json({ order });
}

export async function DELETE(request: Request) {
  try {
    const { id } = await request.json();
    const { error } = await supabase.from('orders').delete().eq('id', id);
    if (error) throw error;
    return NextResponse.json({ deleted: true });
  } catch (error) {
    console.error(error);
    return NextResponse.json({ error: 'Failed' }, { status: 500 });
  }
}

export async function PUT(request: Request) {
  const { id } = await request.json();
  if (id) {
    const { error } = await supabase.from('orders').update({ seen: true }).eq('id', id);
    if (error) {
      console.error('PUT /api/orders failed', error);
      return NextResponse.json({ error: 'Internal server error' }, { status: 500 });
    }
  }
  else console.warn('No order');
  return NextResponse.json({ done: true });
}
