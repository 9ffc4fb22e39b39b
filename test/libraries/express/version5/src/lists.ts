// packages: express@5.1.0, helmet@8.0.0, @prisma/client@6.1.0
import express from 'express';
import { PrismaClient } from '@prisma/client';
import * as chains from './chains';
import { everywhere, signedIn } from './chains';

const prisma = new PrismaClient();
const app = express();

// Lists of middleware from another file.
app.use(everywhere);
app.post('/lists/open', async (_req, res) => res.json(await prisma.order.create({ data: {} })));
app.post('/lists/guarded', signedIn, async (_req, res) => res.json(await prisma.order.create({ data: {} })));
app.post('/lists/spread', ...signedIn, async (_req, res) => res.json(await prisma.order.create({ data: {} })));
app.post('/lists/member', chains.signedIn, async (_req, res) => res.json(await prisma.order.create({ data: {} })));

app.listen(3000);
