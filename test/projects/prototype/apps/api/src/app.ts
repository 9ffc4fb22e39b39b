import express from 'express';
import cors from 'cors';
import { requireAuth } from './lib/auth';
import { adminRouter } from './routes/admin';
import { authRouter } from './routes/auth';
import { bookingsRouter } from './routes/bookings';
import { classesRouter } from './routes/classes';
import { ordersRouter } from './routes/orders';
import { productsRouter } from './routes/products';
import { usersRouter } from './routes/users';

export const app = express();

app.use(cors({ origin: true, credentials: true }));
app.use(express.json());

app.use('/api/auth', authRouter);
app.use('/api/classes', classesRouter);
app.use('/api/products', productsRouter);
app.use('/api/bookings', requireAuth, bookingsRouter);
app.use('/api/orders', ordersRouter);
app.use('/api/users', requireAuth, usersRouter);
app.use('/api/admin', adminRouter);
