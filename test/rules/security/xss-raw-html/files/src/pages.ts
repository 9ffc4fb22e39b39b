import type { Response } from 'express';

export function notFound(res: Response, what: string) {
  res.status(404).send(`<p>There is no ${what}.</p>`);
}
