// packages: express@4.21.2, @prisma/client@6.1.0, jsonwebtoken@9.0.2
import express from 'express';
import helmet from 'helmet';
import cors from 'cors';
import rateLimit from 'express-rate-limit';
import { requireAuth, requireRole, optionalAuth } from './middleware/auth';
import { prisma } from './db';
import orders from './routes/orders';
import { beforeUse } from './routes/beforeUse';
import { reports, exportsRouter } from './routes/samePrefix';
import { createInvoiceRouter } from './routes/invoices';
import { registerRoutes } from './routes/register';
import { mountTables } from './routes/tables';
import { UserController } from './controllers/userController';
import { notFound, onError } from './middleware/errors';

const app = express();

app.get('/health', (req, res) => {
  res.json({ ok: true });
});

app.use(helmet(), cors());
app.use(express.json());
app.use('/api', rateLimit({ windowMs: 60_000, max: 100 }));

// Chains and arrays.
app.get('/chain', requireAuth, requireRole('admin'), async (req, res) => {
  res.json(await prisma.order.findMany());
});
app.post('/array', [requireAuth, requireRole('editor')], async (req: express.Request, res: express.Response) => {
  res.json(await prisma.order.create({ data: req.body }));
});
app.get(['/one', '/two'], requireAuth, (req, res) => res.json({}));
app.get('/optional', optionalAuth, async (req, res) => res.json(await prisma.order.findMany()));

// Chained paths.
app
  .route('/cards/:id')
  .get(async (req, res) => res.json(await prisma.card.findUnique({ where: { id: req.params.id } })))
  .delete(requireAuth, async (req, res) => res.json(await prisma.card.delete({ where: { id: req.params.id } })));
app.route('/decks').all(requireAuth).post(async (req, res) => res.json(await prisma.deck.create({ data: req.body })));

// A prefix covers whole segments.
app.use('/api/private', requireAuth);
app.get('/api/private/me', async (req, res) => res.json(await prisma.user.findMany()));
app.get('/api/privateer', async (req, res) => res.json(await prisma.ship.findMany()));
app.get('/API/Private/upper', async (req, res) => res.json(await prisma.user.findMany()));

app.use('/orders', orders);
app.use('/before', beforeUse);
app.use('/shared', reports);
app.use('/shared', exportsRouter);
app.use('/invoices', requireAuth, createInvoiceRouter({ prisma }));
registerRoutes(app);
mountTables(app);
app.all('/gate', requireAuth);
app.get('/gate', async (req, res) => res.json(await prisma.order.findMany()));
app.get('/gate/inner', async (req, res) => res.json(await prisma.order.findMany()));

const users = new UserController();
const userRouter = express.Router();
userRouter.get('/', users.list.bind(users));
userRouter.post('/', requireAuth, users.create);
app.use('/users', userRouter);

app.use(notFound);
app.use(onError);
// Registered behind everything: it protects nothing above it.
app.use(requireAuth);
app.get('/late', async (req, res) => res.json(await prisma.order.findMany()));

export default app;
