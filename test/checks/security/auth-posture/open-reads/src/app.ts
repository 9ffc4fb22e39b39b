import express from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.SECRET);
  } catch {
    return res.status(401).json({ error: 'Unauthorized' });
  }
  next();
}

app.get('/posts', async (req, res) => res.json(await db.posts.findMany()));
app.post('/posts', requireUser, async (req, res) => res.json(await db.posts.create()));
app.get('/topics', async (req, res) => res.json(await db.topics.findMany()));
app.post('/topics', requireUser, async (req, res) => res.json(await db.topics.create()));
app.get('/tags', async (req, res) => res.json(await db.tags.findMany()));
app.post('/tags', requireUser, async (req, res) => res.json(await db.tags.create()));
