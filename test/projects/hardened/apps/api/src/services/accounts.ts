import { Prisma } from '@prisma/client';
import bcrypt from 'bcryptjs';
import { enqueueEmail } from '../jobs/emailQueue.js';
import { signToken, type SessionUser } from '../lib/auth.js';
import { prisma } from '../lib/db.js';
import { AppError } from '../lib/errors.js';
import { logger } from '../lib/logger.js';
import { hashToken, newToken } from '../lib/tokens.js';

const REFRESH_MS = 30 * 24 * 60 * 60 * 1000;
const RESET_MS = 30 * 60 * 1000;
const COST = 12;

export interface Tokens {
  accessToken: string;
  refreshToken: string;
}

async function issueTokens(user: SessionUser): Promise<Tokens> {
  const { token, tokenHash } = newToken();
  await prisma.refreshToken.create({
    data: { tokenHash, userId: user.id, expiresAt: new Date(Date.now() + REFRESH_MS) },
  });
  return { accessToken: signToken(user), refreshToken: token };
}

export async function register(email: string, password: string, name: string): Promise<Tokens> {
  const passwordHash = await bcrypt.hash(password, COST);
  const user = await prisma.user
    .create({ data: { email, name, passwordHash }, select: { id: true, email: true, role: true } })
    .catch((err: unknown) => {
      if (err instanceof Prisma.PrismaClientKnownRequestError && err.code === 'P2002') {
        throw new AppError(409, 'This address cannot be registered');
      }
      throw err;
    });
  logger.info({ userId: user.id }, 'account created');
  return issueTokens(user);
}

export async function logIn(email: string, password: string): Promise<Tokens> {
  const user = await prisma.user.findUnique({
    where: { email },
    select: { id: true, email: true, role: true, passwordHash: true },
  });
  if (!user || !(await bcrypt.compare(password, user.passwordHash))) {
    logger.warn({ userId: user?.id }, 'login refused');
    throw new AppError(401, 'Wrong email or password');
  }
  logger.info({ userId: user.id }, 'logged in');
  return issueTokens(user);
}

/** Trades a refresh token for a new pair. Each refresh token works once. */
export async function refresh(refreshToken: string): Promise<Tokens> {
  const tokenHash = hashToken(refreshToken);
  const known = await prisma.refreshToken.findUnique({
    where: { tokenHash },
    select: { expiresAt: true, user: { select: { id: true, email: true, role: true } } },
  });
  const { count } = await prisma.refreshToken.deleteMany({ where: { tokenHash } });
  if (!known || count === 0 || known.expiresAt < new Date()) throw new AppError(401, 'Please log in');
  return issueTokens(known.user);
}

/** Mails a reset link when the address is known. The caller cannot tell whether it was. */
export async function requestReset(email: string): Promise<void> {
  const user = await prisma.user.findUnique({ where: { email }, select: { id: true } });
  if (!user) return;
  const { token, tokenHash } = newToken();
  const expiresAt = new Date(Date.now() + RESET_MS);
  await prisma.passwordReset.upsert({
    where: { userId: user.id },
    create: { userId: user.id, tokenHash, expiresAt },
    update: { tokenHash, expiresAt },
  });
  await enqueueEmail({ kind: 'reset', userId: user.id, token });
}

export async function resetPassword(token: string, password: string): Promise<void> {
  const passwordHash = await bcrypt.hash(password, COST);
  await prisma.$transaction(async (tx) => {
    const reset = await tx.passwordReset.findUnique({ where: { tokenHash: hashToken(token) } });
    if (!reset || reset.expiresAt < new Date()) throw new AppError(400, 'This link is no longer valid');
    await tx.passwordReset.delete({ where: { userId: reset.userId } });
    await tx.refreshToken.deleteMany({ where: { userId: reset.userId } });
    await tx.user.update({ where: { id: reset.userId }, data: { passwordHash } });
  });
}
