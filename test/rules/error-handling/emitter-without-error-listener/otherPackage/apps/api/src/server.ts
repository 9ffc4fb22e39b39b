import { pool } from '@shop/db';
import express from 'express';

process.on('uncaughtException', (error) => console.error(error));

const app = express();
app.get('/orders', async (req, res) => res.json((await pool.query('select id from orders limit 20')).rows));
app.listen(3000);
