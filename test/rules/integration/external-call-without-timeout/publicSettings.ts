// file: lib/rates.ts
// packages: next@15.0.0, react@19.0.0
export async function rates() {
  return fetch(`${process.env.NEXT_PUBLIC_API}/rates`); // ok: external-call-without-timeout
}
