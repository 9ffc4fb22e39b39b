import { createClient } from '@supabase/supabase-js';
import { useEffect, useState } from 'react';

const supabase = createClient(import.meta.env.VITE_SUPABASE_URL, import.meta.env.VITE_SUPABASE_ANON_KEY);

export function Orders() {
  const [orders, setOrders] = useState<unknown[] | null>([]);
  useEffect(() => {
    const load = async () => {
      const { data, error } = await supabase.from('orders').select('*');
      if (error) console.error('supabase.from(orders).select failed', error);
      setOrders(data);
    };
    load();
  }, []);
  const remove = async (id: string) => {
    const { error } = await supabase.from('orders').delete().eq('id', id);
    if (error) console.error('supabase.from(orders).delete failed', error);
    setOrders((old) => old);
  };
  const rename = async (id: string) => {
    const { error } = await supabase.from('orders').update({ name: 'x' }).eq('id', id);
    if (error) alert(error.message);
  };
  return <button onClick={() => (orders ? remove('1') : rename('1'))}>Remove</button>;
}
