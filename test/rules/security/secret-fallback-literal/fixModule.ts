// file: src/tokens.ts
// packages: jsonwebtoken@9.0.2
import jwt from 'jsonwebtoken';

// Tokens of people.
const JWT_SECRET = process.env.JWT_SECRET || 'change-me'; // expect: secret-fallback-literal

export const issue = (id: string) => jwt.sign({ sub: id }, JWT_SECRET);

export function read(token: string) {
  return jwt.verify(token, process.env.JWT_SECRET ?? 'change-me'); // expect: secret-fallback-literal
}

// Evaluated later than the statement around it: left to people.
export const late = () => process.env.CRON_SECRET || 'cron'; // expect: secret-fallback-literal
