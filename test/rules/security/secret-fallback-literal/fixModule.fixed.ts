import jwt from 'jsonwebtoken';

// Tokens of people.
if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is not set');
const JWT_SECRET = process.env.JWT_SECRET;

export const issue = (id: string) => jwt.sign({ sub: id }, JWT_SECRET);

export function read(token: string) {
  return jwt.verify(token, process.env.JWT_SECRET ?? 'change-me');
}

// Evaluated later than the statement around it: left to people.
export const late = () => process.env.CRON_SECRET || 'cron';
