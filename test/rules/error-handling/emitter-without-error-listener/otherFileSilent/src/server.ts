import express from 'express';
import { pool } from './pool';

const app = express();
// A listener for something else.
app.on('error', (error) => console.error('app', error));
pool.on('connect', () => console.log('connected'));
app.get('/orders', async (req, res) => res.json((await pool.query('select id from orders limit 20')).rows));
app.listen(3000);
