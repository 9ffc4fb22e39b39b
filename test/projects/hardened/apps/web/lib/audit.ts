import 'server-only';
import { supabaseAdmin } from '@/lib/supabase/admin';

/** Records who did what. A deed that cannot be recorded fails. */
export async function audit(actorId: string, action: string, target: string): Promise<void> {
  const { error } = await supabaseAdmin.from('audit_log').insert({ actor_id: actorId, action, target });
  if (error) throw error;
}
