import { createError, defineEventHandler } from 'h3';

export default defineEventHandler(async (event) => {
  await requireMember(event);
  return useDb().delete(notes);
});
