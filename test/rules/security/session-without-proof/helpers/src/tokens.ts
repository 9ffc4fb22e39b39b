import jwt from 'jsonwebtoken';
import type { Response } from 'express';

export const makeToken = (id: string) => jwt.sign({ sub: id }, process.env.JWT_SECRET!, { expiresIn: '1d' });

export function sendToken(res: Response, id: string) {
  res.cookie('token', makeToken(id), { httpOnly: true });
  res.json({ ok: true });
}

export async function codeFits(store: Map<string, string>, email: string, given: string) {
  return store.get(email) === given;
}
