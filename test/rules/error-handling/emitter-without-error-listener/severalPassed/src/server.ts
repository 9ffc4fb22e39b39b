import express from 'express';
import { archivePool, audit } from './archive';
import { orders, reports } from './pools';

orders.on('error', (error) => console.error('orders', error));

const app = express();
app.get('/orders', async (req, res) => res.json((await orders.query('select id from orders limit 20')).rows));
app.get('/reports', async (req, res) => res.json((await reports.query('select id from reports limit 20')).rows));
app.get('/archive', async (req, res) => res.json((await archivePool().query('select id from archive limit 20')).rows));
app.get('/audit', async (req, res) => res.json((await audit.query('select id from audit limit 20')).rows));
app.listen(3000);
