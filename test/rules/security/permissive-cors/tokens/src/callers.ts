import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';

export function requireCaller(req: Request, res: Response, next: NextFunction) {
  try {
    jwt.verify(req.headers.authorization?.slice('Bearer '.length) ?? '', process.env.JWT_SECRET!);
    next();
  } catch {
    res.status(401).end();
  }
}

// A cookie, and of nobody.
export function remember(req: Request, res: Response) {
  res.cookie('theme', String(req.query.theme));
  res.json({ ok: true });
}
