import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import multer from 'multer';
import { z } from 'zod';
import { asyncHandler } from '../lib/asyncHandler.js';
import { audit } from '../lib/audit.js';
import { currentUser } from '../lib/auth.js';
import { prisma } from '../lib/db.js';
import { AppError, notFoundError } from '../lib/errors.js';
import { supabase } from '../lib/supabase.js';

// Mounted behind requireAuth in app.ts.
export const usersRouter = Router();

const profileFields = { id: true, email: true, name: true, phone: true, avatarPath: true, createdAt: true } as const;
const profileChanges = z.strictObject({ name: z.string().min(1).max(100).optional(), phone: z.string().max(30).optional() });
const extensions: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: 2 * 1024 * 1024, files: 1 },
  fileFilter: (_req, file, done) => done(null, file.mimetype in extensions),
});

usersRouter.get(
  '/me',
  asyncHandler(async (req, res) => {
    const user = await prisma.user.findUnique({ where: { id: currentUser(req).id }, select: profileFields });
    if (!user) throw notFoundError('Account');
    res.json(user);
  }),
);

usersRouter.patch(
  '/me',
  asyncHandler(async (req, res) => {
    const data = profileChanges.parse(req.body);
    const user = await prisma.user.update({ where: { id: currentUser(req).id }, data, select: profileFields });
    req.log.info({ userId: user.id }, 'profile updated');
    res.json(user);
  }),
);

/** Everything we hold about the caller. */
usersRouter.get(
  '/me/export',
  asyncHandler(async (req, res) => {
    const { id } = currentUser(req);
    const user = await prisma.user.findUnique({
      where: { id },
      select: { ...profileFields, bookings: { take: 1_000 }, orders: { take: 1_000, include: { items: true } } },
    });
    if (!user) throw notFoundError('Account');
    res.attachment('kiln-and-clay.json').json(user);
  }),
);

usersRouter.delete(
  '/me',
  asyncHandler(async (req, res) => {
    const { id } = currentUser(req);
    await prisma.$transaction(async (tx) => {
      await tx.user.delete({ where: { id } });
      await audit(tx, id, 'account.delete', id);
    });
    res.status(204).end();
  }),
);

usersRouter.post(
  '/me/avatar',
  upload.single('avatar'),
  asyncHandler(async (req, res) => {
    const { id } = currentUser(req);
    if (!req.file) throw new AppError(400, 'Send a JPEG, PNG or WebP picture');
    const path = `avatars/${id}/${randomUUID()}.${extensions[req.file.mimetype]}`;
    const { data, error } = await supabase.storage
      .from('public')
      .upload(path, req.file.buffer, { contentType: req.file.mimetype });
    if (error) throw error;
    await prisma.user.update({ where: { id }, data: { avatarPath: data.path } });
    const { data: url } = supabase.storage.from('public').getPublicUrl(data.path);
    res.json({ avatarUrl: url.publicUrl });
  }),
);
