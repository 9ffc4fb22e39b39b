import type { Request, Response } from 'express';
import { signedIn } from './people';

export async function enter(req: Request, res: Response) {
  const token = await signedIn(req.body.email, req.body.password);
  if (!token) return res.status(401).end();
  res.cookie('access_token', token, { httpOnly: true, secure: true, sameSite: 'none' });
  res.json({ ok: true });
}
