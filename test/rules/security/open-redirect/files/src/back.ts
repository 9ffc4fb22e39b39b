import type { Response } from 'express';

export function goBack(res: Response, target: string) {
  res.redirect(target);
}
