export default defineEventHandler(async () => db.insert(notes).values({})); // expect: missing-auth-guard
