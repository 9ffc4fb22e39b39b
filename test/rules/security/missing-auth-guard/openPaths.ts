// packages: express@5.1.0, @prisma/client@6.0.0
import { createHash } from 'crypto';
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

// People put themselves on a list; what is sent to it is for those who keep it.
app.post('/api/newsletter/subscribe', async (req, res) => res.json(await prisma.reader.create({ data: req.body }))); // ok: missing-auth-guard
app.post('/api/newsletter/send-weekly', async (_req, res) => res.json(await prisma.issue.create({ data: {} }))); // expect: missing-auth-guard
app.get('/api/links/track/:code', async (req, res) => res.json(await prisma.click.create({ data: { code: req.params.code } }))); // ok: missing-auth-guard
app.post('/api/track/:code/remove', async (req, res) => res.json(await prisma.click.deleteMany({ where: { code: req.params.code } }))); // expect: missing-auth-guard
// Whoever has lost a password comes with the token of a mail; the password of somebody who is named in front is for those who may set it.
app.put('/api/password/reset/:token', async (req, res) => res.json(await prisma.reader.updateMany({ where: { seal: createHash('sha256').update(req.params.token).digest('hex') }, data: { password: req.body.password } }))); // ok: missing-auth-guard
app.put('/api/readers/:id/password/reset', async (req, res) => res.json(await prisma.reader.update({ where: { id: req.params.id }, data: { password: req.body.password } }))); // expect: missing-auth-guard
// Pages by which people sign up; what somebody joins under a key is no page of theirs.
app.post('/join', async (req, res) => res.json(await prisma.reader.create({ data: { email: req.body.email } }))); // ok: missing-auth-guard
app.post('/join/requestVerification', async (req, res) => res.json(await prisma.seal.create({ data: { email: req.body.email } }))); // ok: missing-auth-guard
app.post('/join/:team/verify', async (req, res) => res.json(await prisma.seat.create({ data: { team: req.params.team } }))); // expect: missing-auth-guard
app.post('/teams/:id/join', async (req, res) => res.json(await prisma.seat.create({ data: { team: req.params.id } }))); // expect: missing-auth-guard
// Accounts that are kept beside the ways in are none of these.
app.delete('/api/auth/users/:id', async (req, res) => res.json(await prisma.user.delete({ where: { id: req.params.id } }))); // expect: missing-auth-guard
app.post('/api/auth/users', async (req, res) => res.json(await prisma.user.create({ data: { email: req.body.email } }))); // ok: missing-auth-guard
app.listen(3000);
