export default defineEventHandler(async (event) => {
  await sessionOnly(event);
  return useDb().insert(notes).values({});
});
