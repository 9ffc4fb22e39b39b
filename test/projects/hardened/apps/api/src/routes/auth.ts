import { Router } from 'express';
import { z } from 'zod';
import { asyncHandler } from '../lib/asyncHandler.js';
import { authLimiter } from '../lib/rateLimit.js';
import { logIn, refresh, register, requestReset, resetPassword } from '../services/accounts.js';

export const authRouter = Router();

authRouter.use(authLimiter);

const email = z.email().max(254).toLowerCase();
const password = z.string().min(12).max(72);
const registration = z.object({ email, password, name: z.string().min(1).max(100) });
const credentials = z.object({ email, password: z.string().max(72) });

authRouter.post(
  '/register',
  asyncHandler(async (req, res) => {
    const body = registration.parse(req.body);
    res.status(201).json(await register(body.email, body.password, body.name));
  }),
);

authRouter.post(
  '/login',
  asyncHandler(async (req, res) => {
    const body = credentials.parse(req.body);
    res.json(await logIn(body.email, body.password));
  }),
);

authRouter.post(
  '/refresh',
  asyncHandler(async (req, res) => {
    const { refreshToken } = z.object({ refreshToken: z.string().max(100) }).parse(req.body);
    res.json(await refresh(refreshToken));
  }),
);

authRouter.post(
  '/forgot-password',
  asyncHandler(async (req, res) => {
    const body = z.object({ email }).parse(req.body);
    await requestReset(body.email);
    res.status(202).json({ ok: true });
  }),
);

authRouter.post(
  '/reset-password',
  asyncHandler(async (req, res) => {
    const body = z.object({ token: z.string().max(100), password }).parse(req.body);
    await resetPassword(body.token, body.password);
    res.json({ ok: true });
  }),
);
