import { db } from '../../../utils/db';

export default defineEventHandler(async () => { // expect: inconsistent-auth-posture
  return db.message.findMany({ orderBy: { created: 'desc' }, take: 20 });
});
