import { Router, type Express } from 'express';
import { requireAuth } from '../middleware/auth';
import { prisma } from '../db';

const products = Router();
products.get('/', async (req, res) => res.json(await prisma.product.findMany()));

const carts = Router();
carts.use(requireAuth);
carts.get('/', async (req, res) => res.json(await prisma.cart.findMany()));

const tables = [
  { path: '/products', router: products },
  { path: '/carts', router: carts },
];

export function mountTables(app: Express): void {
  for (const { path, router } of tables) app.use(path, router);
  tables.forEach((entry) => app.use('/again', entry.router));
}

// Mounted nowhere.
export const orphan = Router();
orphan.get('/orphan', async (req, res) => res.json(await prisma.product.findMany()));
