export default defineEventHandler(async (event) => { // expect: missing-auth-guard
  if (!event.context.user) createError({ statusCode: 401 });
  return db.insert(notes).values({});
});
