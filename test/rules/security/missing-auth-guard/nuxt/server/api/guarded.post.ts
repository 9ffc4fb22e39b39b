export default defineEventHandler(async (event) => { // ok: missing-auth-guard
  await requireMember(event);
  return db.insert(notes).values({});
});
