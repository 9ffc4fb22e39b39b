import express from 'express';
import { pool } from './pool';

pool.on('error', (error) => console.error('pool', error));

const app = express();
app.get('/orders', async (req, res) => res.json((await pool.query('select id from orders limit 20')).rows));
app.listen(3000);
