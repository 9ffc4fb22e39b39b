// file: apps/backend/test.setup.ts
export async function seed(database) {
  await database.insert({ login: 'test-user', password: '$2b$10$Zf23GOPXa8rrZ19B8sqJkect21sUt/xw9ZRDFkLyCfXvc0YdwKQF6' }); // ok: hardcoded-secret
}
