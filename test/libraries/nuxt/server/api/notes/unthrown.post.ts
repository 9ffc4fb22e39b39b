export default defineEventHandler(async (event) => {
  if (!event.context.user) createError({ statusCode: 401 });
  return useDb().insert(notes).values({});
});
