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
app.post('/api/blocks', requireUser, async (req, res) => res.json(await prisma.block.create({ data: req.body })));
app.post('/api/menus', async (req, res) => res.json(await prisma.menu.create({ data: req.body })));
app.post('/api/slots', requireUser, async (req, res) => res.json(await prisma.slot.create({ data: req.body })));
app.post('/api/rules', async (req, res) => res.json(await prisma.rule.create({ data: req.body })));
app.post('/api/tags', requireUser, async (req, res) => res.json(await prisma.tag.create({ data: req.body })));
app.post('/api/badges', async (req, res) => res.json(await prisma.badge.create({ data: req.body })));
app.post('/api/quizs', requireUser, async (req, res) => res.json(await prisma.quiz.create({ data: req.body })));
app.post('/api/cards', async (req, res) => res.json(await prisma.card.create({ data: req.body })));
