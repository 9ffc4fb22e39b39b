import { Router } from 'express';
import multer from 'multer';
import { prisma } from '../lib/db';
import { supabase } from '../lib/supabase';

// Mounted behind requireAuth in app.ts
export const usersRouter = Router();

const upload = multer({ storage: multer.memoryStorage() });

usersRouter.get('/me', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { id: req.user.id } });
  res.json(user);
});

usersRouter.put('/:id', async (req, res) => {
  const user = await prisma.user.update({ where: { id: req.params.id }, data: { ...req.body } });
  console.log('Updated profile', user.email, user.phone);
  res.json(user);
});

usersRouter.post('/me/avatar', upload.single('avatar'), async (req, res) => {
  const path = `avatars/${req.user.id}/${req.file.originalname}`;
  const { data } = await supabase.storage.from('public').upload(path, req.file.buffer);
  await supabase.from('profiles').update({ avatar_path: data.path }).eq('id', req.user.id);
  const { data: url } = supabase.storage.from('public').getPublicUrl(data.path);
  res.json({ avatarUrl: url.publicUrl });
});
