export async function store(): Promise<number> {
  return 1;
}
