// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import express from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  const user = jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET!);
  if (!user) return res.status(401).end();
  next();
}

app.get('/api/orders/mine', requireUser, async (_req, res) => res.json(await prisma.order.findMany({ take: 20 })));
app.post('/api/orders', requireUser, async (_req, res) => res.json(await prisma.order.create({ data: {} })));
app.delete('/api/orders/:id', requireUser, async (req, res) => res.json(await prisma.order.delete({ where: { id: req.params.id } })));
app.get('/api/wallet', requireUser, async (_req, res) => res.json(await prisma.wallet.findMany({ take: 20 })));
app.post('/api/wallet', requireUser, async (_req, res) => res.json(await prisma.wallet.create({ data: {} })));
app.get('/api/holdings', requireUser, async (_req, res) => res.json(await prisma.holding.findMany({ take: 20 })));
app.post('/api/holdings', requireUser, async (_req, res) => res.json(await prisma.holding.create({ data: {} })));
app.get('/api/alerts', requireUser, async (_req, res) => res.json(await prisma.alert.findMany({ take: 20 })));
app.post('/api/alerts', requireUser, async (_req, res) => res.json(await prisma.alert.create({ data: {} })));

// What a market adds up of orders is there to be seen.
app.get('/api/market/scanners', async (_req, res) => { // ok: missing-auth-guard
  res.json(await prisma.order.groupBy({ by: ['playerId'], _sum: { quantity: true } }));
});
app.get('/api/premium/market-data', async (_req, res) => { // ok: missing-auth-guard
  res.json(await prisma.premiumOrder.findMany({ select: { price: true }, take: 100 }));
});
// The orders themselves are somebody's, and so is what a shop calls marketing.
app.get('/api/market/orders', async (_req, res) => { // expect: missing-auth-guard(warning medium)
  res.json(await prisma.order.findMany({ take: 20 }));
});
app.get('/api/marketing', async (_req, res) => { // expect: missing-auth-guard(warning medium)
  res.json(await prisma.order.findMany({ take: 20 }));
});
app.post('/api/market/scanners', async (_req, res) => { // expect: missing-auth-guard(error medium)
  res.json(await prisma.order.create({ data: {} }));
});

// Most of what is said of players everybody may see; the list of those that one watches stands alone.
app.get('/api/player/:id/watchlists', requireUser, async (_req, res) => res.json(await prisma.watchlist.findMany({ take: 20 })));
app.get('/api/player/:id/games', async (_req, res) => res.json(await prisma.game.findMany({ take: 20 })));
app.get('/api/player/:id/prices', async (_req, res) => res.json(await prisma.quote.findMany({ take: 20 })));
app.get('/api/player/:id/stats', async (_req, res) => { // ok: missing-auth-guard
  res.json(await prisma.playerGameStats.findMany({ take: 20 }));
});
// Most of what is said of coaches is for those who are known.
app.get('/api/coach/:id', requireUser, async (_req, res) => res.json(await prisma.coach.findMany({ take: 20 })));
app.get('/api/coach/:id/notes', requireUser, async (_req, res) => res.json(await prisma.note.findMany({ take: 20 })));
app.get('/api/coach/:id/stats', async (_req, res) => { // expect: missing-auth-guard(warning medium)
  res.json(await prisma.coachStats.findMany({ take: 20 }));
});

app.listen(3000);
