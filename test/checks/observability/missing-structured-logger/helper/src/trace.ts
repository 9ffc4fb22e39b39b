export function trace(what: string, value: unknown): void {
  console.log(what, value);
}
