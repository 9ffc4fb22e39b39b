export default eventHandler(async () => useDb().delete(notes));
