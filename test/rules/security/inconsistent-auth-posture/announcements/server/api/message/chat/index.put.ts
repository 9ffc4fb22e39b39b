import { db } from '../../../utils/db';

export default defineEventHandler(async (event) => {
  const { user } = await requireUserSession(event);
  return db.message.findMany({ where: { receiver: user.id }, take: 20 });
});
