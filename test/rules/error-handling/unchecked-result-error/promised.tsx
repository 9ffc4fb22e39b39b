// packages: react@19.0.0, @supabase/supabase-js@2.45.0
import { createClient } from '@supabase/supabase-js';
import { useEffect } from 'react';

const supabase = createClient('https://acme.supabase.co', 'public');

export function Orders({ id, show }) {
  useEffect(() => {
    // The call and the promise that it gives are one place.
    supabase // expect: unchecked-result-error
      .from('orders')
      .update({ status: 'open' })
      .eq('id', id)
      .then(() => show());
    supabase // ok: unchecked-result-error
      .from('orders')
      .update({ status: 'open' })
      .eq('id', id)
      .then(({ error }) => show(error));
  }, [id, show]);
  return null;
}
