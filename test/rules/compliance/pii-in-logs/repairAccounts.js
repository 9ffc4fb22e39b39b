// file: repair-accounts.js
// packages: express@5.1.0, @supabase/supabase-js@2.50.0
import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL, process.env.SUPABASE_SERVICE_ROLE_KEY);

async function repair() {
  const { data: account, error } = await supabase.from('accounts').select('*').eq('id', 29).single();
  if (error) return console.error(error.message);
  console.log('Found', account.email); // ok: pii-in-logs
  await supabase.from('accounts').update({ balance: 0 }).eq('id', 29); // ok: unchecked-result-error
}

repair();
