import jwt from 'jsonwebtoken';

export function userOf(header: string | null | undefined): string | undefined {
  try {
    return (jwt.verify(header ?? '', process.env.JWT_SECRET!) as { sub: string }).sub;
  } catch {
    return undefined;
  }
}

export default function handler(req, res) {
  res.status(404).end();
}
