import { supabaseAdmin } from '@/lib/supabase/admin';

export const dynamic = 'force-dynamic';

export default async function Admin() {
  const { data: orders } = await supabaseAdmin.from('orders').select('*');
  const { data: profiles } = await supabaseAdmin.from('profiles').select('*');

  return (
    <main>
      <h1>Dashboard</h1>
      <p>
        {orders?.length} orders, {profiles?.length} customers
      </p>
    </main>
  );
}
