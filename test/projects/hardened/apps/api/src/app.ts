import { randomUUID } from 'node:crypto';
import cors from 'cors';
import express from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { env } from './env.js';
import { requireAdmin, requireAuth } from './lib/auth.js';
import { errorHandler, notFound } from './lib/errorHandler.js';
import { logger } from './lib/logger.js';
import { apiLimiter } from './lib/rateLimit.js';
import { adminRouter } from './routes/admin.js';
import { authRouter } from './routes/auth.js';
import { bookingsRouter } from './routes/bookings.js';
import { classesRouter } from './routes/classes.js';
import { healthRouter } from './routes/health.js';
import { ordersRouter } from './routes/orders.js';
import { productsRouter } from './routes/products.js';
import { usersRouter } from './routes/users.js';
import { webhooksRouter } from './routes/webhooks.js';

export const app = express();

app.set('trust proxy', 1);
app.use(pinoHttp({ logger, genReqId: () => randomUUID() }));
app.use(helmet());
app.use('/health', healthRouter);
app.use(cors({ origin: env.ALLOWED_ORIGINS }));
app.use('/webhooks', webhooksRouter); // Before the JSON parser: signatures cover the raw body.
app.use(express.json({ limit: '100kb' }));
app.use('/api', apiLimiter);

app.use('/api/auth', authRouter);
app.use('/api/classes', classesRouter);
app.use('/api/products', productsRouter);
app.use('/api/bookings', requireAuth, bookingsRouter);
app.use('/api/orders', requireAuth, ordersRouter);
app.use('/api/users', requireAuth, usersRouter);
app.use('/api/admin', requireAuth, requireAdmin, adminRouter);

app.use(notFound);
app.use(errorHandler);
