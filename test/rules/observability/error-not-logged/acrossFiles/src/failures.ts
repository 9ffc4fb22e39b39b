import type { Response } from 'express';

export function logAndAnswer(err: unknown, res: Response) {
  console.error('request failed', err);
  res.status(500).json({ error: 'Internal server error' });
}

export function note(err: unknown) {
  console.error(err);
}
