import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { codeFits, makeToken, sendToken } from './tokens';
import { User } from './user';

const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
const users = source.getRepository(User);
const codes = new Map<string, string>();

export async function enter(req: Request, res: Response) {
  const { email } = req.body;
  const user = await users.findOneBy({ email });
  if (!user) return res.status(404).end();
  const payload = { token: makeToken(user.id), name: user.name }; // expect: session-without-proof
  res.json(payload);
}

export async function enterAtOnce(req: Request, res: Response) {
  const user = await users.findOneBy({ email: req.body.email });
  if (user) sendToken(res, user.id); // expect: session-without-proof
  else res.status(404).end();
}

export async function enterByCode(req: Request, res: Response) {
  const { email, code } = req.body;
  if (!(await codeFits(codes, email, code))) return res.status(401).end();
  const user = await users.findOneBy({ email });
  res.json({ token: makeToken(user!.id) }); // ok: session-without-proof
}

export async function enterByAnyCode(req: Request, res: Response) {
  const user = await users.findOne({ where: { email: req.body.email, resetCode: req.body.resetCode } }); // expect: session-without-proof
  res.json({ token: makeToken(user!.id) });
}

// No endpoint leads here.
export async function forgotten(req: Request, res: Response) {
  const user = await users.findOneBy({ email: req.body.email });
  if (user) sendToken(res, user.id); // ok: session-without-proof
}
