import { requireAdmin } from '@/lib/auth';
import { supabaseAdmin } from '@/lib/supabase/admin';

export const dynamic = 'force-dynamic';

export default async function Admin() {
  await requireAdmin();
  const [orders, profiles] = await Promise.all([
    supabaseAdmin.from('orders').select('id', { count: 'exact', head: true }),
    supabaseAdmin.from('profiles').select('id', { count: 'exact', head: true }),
  ]);
  if (orders.error) throw orders.error;
  if (profiles.error) throw profiles.error;

  return (
    <main>
      <h1>Dashboard</h1>
      <p>
        {orders.count} orders, {profiles.count} customers
      </p>
    </main>
  );
}
