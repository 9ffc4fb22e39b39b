import { Router } from 'express';
import { requireAdmin, requireAuth } from '../lib/auth';
import { pool, prisma } from '../lib/db';
import { supabase } from '../lib/supabase';
import { refundCharge } from '../services/payments';

export const adminRouter = Router();

// quick promo tool for the launch party
adminRouter.post('/promo-codes', async (req, res) => {
  try {
    const { code, percent } = req.body;
    const promo = await prisma.promoCode.create({ data: { code, percent } });
    res.status(201).json(promo);
  } catch (error: any) {
    res.status(500).json({ error: error.message });
  }
});

adminRouter.use(requireAuth, requireAdmin);

adminRouter.get('/users', async (_req, res) => {
  try {
    const users = await prisma.user.findMany();
    res.json(users);
  } catch (error: any) {
    res.status(500).json({ error: error.message });
  }
});

adminRouter.delete('/users/:id', async (req, res) => {
  try {
    await prisma.user.delete({ where: { id: req.params.id } });
    await supabase.from('profiles').delete().eq('id', req.params.id);
    res.json({ success: true });
  } catch (error: any) {
    res.status(500).json({ error: error.message });
  }
});

adminRouter.get('/orders', async (req, res) => {
  const status = req.query.status;
  const { rows } = await pool.query('SELECT * FROM "Order" WHERE status = $1 ORDER BY "createdAt" DESC', [status]);
  res.json(rows);
});

adminRouter.post('/orders/:id/refund', async (req, res) => {
  try {
    const order = await prisma.order.findUnique({ where: { id: req.params.id } });
    await refundCharge(order.paymentId);
    await prisma.order.update({ where: { id: order.id }, data: { status: 'refunded' } });
    res.json({ success: true });
  } catch (error) {
    console.log('refund error', error);
    res.status(500).json({ error: 'Refund failed' });
  }
});

adminRouter.get('/stats', async (_req, res) => {
  const orders = await prisma.order.findMany();
  const revenue = orders.filter((o) => o.status === 'paid').reduce((sum, o) => sum + o.total, 0);
  const { data: visits } = await supabase.from('visits').select('*');
  res.json({ orders: orders.length, revenue, visits: visits.length });
});
