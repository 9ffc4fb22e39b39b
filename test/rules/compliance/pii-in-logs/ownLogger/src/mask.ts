export function maskFields(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, /mail|pass/.test(key) ? '***' : value]));
}
