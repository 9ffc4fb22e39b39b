// file: src/components/orders.tsx
// packages: react@19.0.0, vite@6.0.0, @supabase/supabase-js@2.47.0
import { createClient } from '@supabase/supabase-js';
import { useEffect, useState } from 'react';

const supabase = createClient(import.meta.env.VITE_SUPABASE_URL, import.meta.env.VITE_SUPABASE_ANON_KEY);

export function Orders() {
  const [orders, setOrders] = useState<unknown[] | null>([]);
  useEffect(() => {
    const load = async () => {
      const { data } = await supabase.from('orders').select('*'); // expect: unchecked-result-error(info medium)
      setOrders(data);
    };
    load();
  }, []);
  const remove = async (id: string) => {
    await supabase.from('orders').delete().eq('id', id); // expect: unchecked-result-error(warning high)
    setOrders((old) => old);
  };
  const rename = async (id: string) => {
    const { error } = await supabase.from('orders').update({ name: 'x' }).eq('id', id); // ok: unchecked-result-error
    if (error) alert(error.message);
  };
  return <button onClick={() => (orders ? remove('1') : rename('1'))}>Remove</button>;
}
