// packages: express@4.18.0, mysql2@3.11.0
import express, { type Request, type Response } from 'express';
import mysql from 'mysql2/promise';

const app = express();
const pool = mysql.createPool(process.env.DATABASE_URL!);

// Neither more nor less than a number is what is none.
app.get('/shelves', async (req: Request, res: Response) => {
  const account = req.query.account;
  if (account > 0) {
    const [rows] = await pool.query(`SELECT * FROM shelves WHERE account_id = ${account}`); // ok: sql-injection
    return res.json(rows);
  }
  const [rows] = await pool.query(`SELECT * FROM shelves WHERE account_id = ${account}`); // expect: sql-injection
  res.json(rows);
});

app.post('/pages', async (req: Request, res: Response) => {
  const offset = req.body.offset > -1 ? req.body.offset : 0;
  const [rows] = await pool.query('SELECT * FROM shelves LIMIT ' + offset + ',10'); // ok: sql-injection
  res.json(rows);
});

app.post('/others', async (req: Request, res: Response) => {
  const offset = req.body.offset > -1 ? 0 : req.body.offset;
  const [rows] = await pool.query('SELECT * FROM shelves LIMIT ' + offset + ',10'); // expect: sql-injection
  res.json(rows);
});

// What a function makes of it says nothing of the text itself.
app.post('/roles', async (req: Request, res: Response) => {
  if (parseInt(req.body.role, 10) > 2) {
    const [rows] = await pool.query(`SELECT * FROM people WHERE role = ${req.body.role}`); // expect: sql-injection
    return res.json(rows);
  }
  res.json([]);
});

app.post('/named', async (req: Request, res: Response) => {
  if (req.body.name.length > 0) {
    const [rows] = await pool.query(`SELECT * FROM people WHERE name = '${req.body.name}'`); // expect: sql-injection
    return res.json(rows);
  }
  res.json([]);
});

app.post('/early', async (req: Request, res: Response) => {
  const { id } = req.body;
  if (!(id > 0)) return res.status(400).end();
  const [rows] = await pool.query(`SELECT * FROM people WHERE id = ${id}`); // ok: sql-injection
  res.json(rows);
});
