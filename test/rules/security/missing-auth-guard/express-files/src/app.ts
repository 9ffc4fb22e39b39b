// packages: express@4.21.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import express from 'express';
import { requireUser } from './middleware';
import openRoutes from './routes/open';
import { guardedRoutes } from './routes/guarded';

const app = express();
app.use(express.json());
app.use('/open', openRoutes);
app.use('/guarded', requireUser, guardedRoutes);
app.listen(3000);
