// packages: express@5.1.0, @prisma/client@6.0.0, express-async-handler@1.2.0
import express, { type Request, type Response } from 'express';
import asyncHandler from 'express-async-handler';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

// @desc    Ask for a call back
// @route   POST /api/calls
// @access  Public
const askForCall = asyncHandler(async (req: Request, res: Response) => {
  res.json(await prisma.call.create({ data: { phone: String(req.body.phone) } }));
});

// @desc    Move a call
// @route   PUT /api/calls/:id
// @access  Private/Admin
const moveCall = asyncHandler(async (req: Request, res: Response) => {
  res.json(await prisma.call.update({ where: { id: req.params.id }, data: { at: new Date() } }));
});

/**
 * What somebody has in the basket.
 * @access Private
 */
async function basket(req: Request, res: Response) {
  res.json(await prisma.basket.findMany({ where: { owner: String(req.query.owner) }, take: 20 }));
}

/** What somebody has in the list; the word access says nothing. */
async function list(req: Request, res: Response) {
  res.json(await prisma.wish.findMany({ where: { owner: String(req.query.owner) }, take: 20 }));
}

async function shelf(req: Request, res: Response) {
  res.json(await prisma.book.findMany({ where: { owner: String(req.query.owner) }, take: 20 }));
}

app.post('/api/calls', askForCall); // ok: missing-auth-guard
app.put('/api/calls/:id', moveCall); // expect: missing-auth-guard
app.get('/api/basket', basket); // expect: missing-auth-guard(warning medium)
app.get('/api/wishes', list); // ok: missing-auth-guard

/**
 * What is kept for somebody.
 * @access Authenticated
 */
app.get('/api/shelf', shelf); // expect: missing-auth-guard(warning medium)

// @access Private
app.get('/api/auth/me/marks', async (req, res) => { // expect: missing-auth-guard(warning medium)
  res.json(await prisma.mark.findMany({ where: { owner: String(req.query.owner) }, take: 20 }));
});

app.listen(3000);
