import { Router } from 'express';
import * as orders from './orders';
import { wrap } from './wrap';

const router = Router();

router.get('/orders', orders.list); // expect: unhandled-async-handler
router.get('/orders/wrapped', wrap(orders.list)); // ok: unhandled-async-handler
router.post('/orders', orders.create); // ok: unhandled-async-handler

export default router;
