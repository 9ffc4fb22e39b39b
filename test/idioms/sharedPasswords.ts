// packages: express@4.21.0, jsonwebtoken@9.0.0, @prisma/client@6.1.0

// file: src/app.ts
import { PrismaClient } from '@prisma/client';
import express from 'express';
import jwt from 'jsonwebtoken';
const db = new PrismaClient();
const app = express();
app.use(express.json());
// endpoint: POST /admin/posts/purge present SECRET (all who know the password can do it, and nobody else)
app.post('/admin/posts/purge', async (req, res) => { if (req.body.password !== process.env.ADMIN_PASSWORD) return res.status(401).end(); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /jobs/purge present SECRET (another program shows what it holds)
app.post('/jobs/purge', async (req, res) => { if (req.headers['x-api-key'] !== process.env.JOBS_KEY) return res.status(401).end(); await db.post.deleteMany({}); res.json({}); });
