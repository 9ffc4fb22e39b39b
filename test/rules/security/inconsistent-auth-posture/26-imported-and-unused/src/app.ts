import express from 'express';
import { plans } from './plans';
import { coupons } from './coupons';
import { refunds } from './refunds';
import { exportsRouter } from './exports';

const app = express();
app.use('/api/admin/plans', plans);
app.use('/api/admin/coupons', coupons);
app.use('/api/admin/refunds', refunds);
app.use('/api/admin/exports', exportsRouter);
app.listen(3000);
