import { db } from '../../../utils/db';

export default defineEventHandler(async (event) => { // expect: inconsistent-auth-posture
  const { id, text } = await readBody(event);
  return db.system_message.update({ where: { id }, data: { text } });
});
