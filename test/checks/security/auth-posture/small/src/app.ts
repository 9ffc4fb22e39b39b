import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

app.post('/api/pages', requireUser, async (req, res) => res.json(await prisma.page.create({ data: req.body })));
app.post('/api/themes', async (req, res) => res.json(await prisma.theme.create({ data: req.body })));
app.post('/api/blocks', async (req, res) => res.json(await prisma.block.create({ data: req.body })));
