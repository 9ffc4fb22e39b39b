export default defineMemberHandler(async () => useDb().insert(notes).values({}));
