// file: src/tokens.ts
// packages: jose@5.9.0
import { SignJWT, jwtVerify } from 'jose';

const key = new TextEncoder().encode('abcdef'); // expect: hardcoded-secret(error medium)
const kept = new TextEncoder().encode(process.env.TOKEN_KEY);

export async function issue(id: string): Promise<string> {
  return new SignJWT({ id }).setProtectedHeader({ alg: 'HS256' }).sign(key);
}

export async function read(token: string) {
  return jwtVerify(token, new TextEncoder().encode('changeme')); // expect: hardcoded-secret(error medium)
}

export async function issueWell(id: string): Promise<string> {
  return new SignJWT({ id }).setProtectedHeader({ alg: 'HS256' }).sign(kept); // ok: hardcoded-secret
}

export async function readWell(token: string) {
  return jwtVerify(token, Buffer.from(process.env.TOKEN_KEY!)); // ok: hardcoded-secret
}

// What is encoded is no secret by that.
export function greet() {
  return new TextEncoder().encode('hello'); // ok: hardcoded-secret
}
