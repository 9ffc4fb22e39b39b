export default defineEventHandler(async () => useDb().select().from(notes));
