import { db } from '../../../utils/db';

// What the owners of the site tell everybody, beside the letters of its members.
export default defineEventHandler(async () => { // ok: inconsistent-auth-posture, missing-auth-guard, admin-surface-unguarded
  return db.system_message.findMany({ orderBy: { created: 'desc' }, take: 20 });
});
