export async function save(user: unknown, form: FormData) {
  return { user, form };
}
