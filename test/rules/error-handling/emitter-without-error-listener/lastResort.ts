// packages: pg@8.13.0, express@5.1.0
import express from 'express';
import { Pool } from 'pg';

const pool = new Pool(); // ok: emitter-without-error-listener

process.on('uncaughtException', (error) => console.error(error));

const app = express();
app.get('/orders', async (req, res) => res.json((await pool.query('select id from orders limit 20')).rows));
app.listen(3000);
