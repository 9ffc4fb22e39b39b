// file: supabase/functions/sync/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

export async function sync(id: string) {
  try {
    await supabase.from('items').update({ synced: true }).eq('id', id); // expect: unchecked-result-error(error high)
    await supabase.from('sync_logs').insert({ id, status: 'done' }); // expect: unchecked-result-error(info high)
    await supabase.from('approval_logs').insert({ id, by: 'sync' }); // expect: unchecked-result-error(error high)
  } catch (error) {
    console.error(error);
    await supabase.from('sync_log').insert({ id, status: 'failed' }); // expect: unchecked-result-error(info high)
  }
  // Optional: remember what was looked for
  try {
    if (id) await supabase.from('searches').insert({ id }); // expect: unchecked-result-error(info high)
  } catch (error) {
    console.error(error);
  }
}

// It is marked the next time that somebody looks.
export async function see(id: string) {
  await supabase.from('notices').update({ is_read: true, read_at: new Date().toISOString() }).eq('id', id); // expect: unchecked-result-error(info high)
  await supabase.from('notices').update({ is_read: true, answered: true }).eq('id', id); // expect: unchecked-result-error(error high)
  await supabase.from('form_tokens').update({ opened_at: new Date().toISOString() }).eq('id', id); // expect: unchecked-result-error(error high)
  await supabase.from('notices').update({ ready: true }).eq('id', id); // expect: unchecked-result-error(error high)
}
