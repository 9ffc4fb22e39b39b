// packages: express@5.1.0, mysql2@3.11.0
import express from 'express';
import mysql from 'mysql2/promise';

const app = express();
const pool = mysql.createPool(process.env.DATABASE_URL!);

async function updateCandidate(id: number, data: any) {
  const fields: string[] = [];
  const values: unknown[] = [];
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const column = key.replace(/([A-Z])/g, '_$1').toLowerCase();
    fields.push(`${column} = ?`);
    values.push(value);
  }
  values.push(id);
  await pool.query(`UPDATE candidates SET ${fields.join(', ')} WHERE id = ?`, values);
}
async function updateTrainer(id: number, data: Record<string, unknown>) {
  const fields = Object.keys(data).map((key) => `${key} = ?`);
  await pool.query(`UPDATE trainers SET ${fields.join(', ')} WHERE id = ?`, [...Object.values(data), id]);
}
async function updateCity(id: number, data: any) {
  const fields: string[] = [];
  Object.keys(data).forEach((key) => {
    fields.push(`${key} = ?`);
  });
  await pool.query(`UPDATE cities SET ${fields.join(', ')} WHERE id = ?`, [...Object.values(data), id]);
}

app.put('/candidates/:id', async (req, res) => {
  const data = { score: req.body.score, notes: req.body.notes, status: req.body.result === 'pass' ? 'open' : 'rejected' } as Record<string, unknown>;
  data.checkedAt = new Date().toISOString();
  await updateCandidate(Number(req.params.id), data); // ok: sql-injection
  await updateTrainer(Number(req.params.id), { name: req.body.name }); // ok: sql-injection
  await updateCity(Number(req.params.id), { name: req.body.name, zip: req.body.zip }); // ok: sql-injection
  res.end();
});
app.put('/candidates/all/:id', async (req, res) => {
  await updateCandidate(Number(req.params.id), req.body); // expect: sql-injection
  res.end();
});
app.put('/trainers/:id', async (req, res) => {
  await updateTrainer(Number(req.params.id), { ...req.body, changedAt: new Date() }); // expect: sql-injection
  res.end();
});
app.put('/cities/:id', async (req, res) => {
  const data = req.body;
  await updateCity(Number(req.params.id), data); // expect: sql-injection
  res.end();
});
app.put('/here/:id', async (req, res) => {
  const data = { name: req.body.name };
  const fields = Object.keys(data).map((key) => `${key} = ?`);
  await pool.query(`UPDATE here SET ${fields.join(', ')} WHERE id = ?`, [...Object.values(data), req.params.id]); // ok: sql-injection
  const others = Object.keys(req.body).map((key) => `${key} = ?`);
  await pool.query(`UPDATE here SET ${others.join(', ')} WHERE id = ?`, [...Object.values(req.body), req.params.id]); // expect: sql-injection
  res.end();
});
app.put('/named/:id', async (req, res) => {
  await updateCity(Number(req.params.id), { [req.body.column]: req.body.value }); // expect: sql-injection
  for (const name in req.body) await pool.query(`UPDATE named SET ${name} = ?`, [req.body[name]]); // expect: sql-injection
  res.end();
});
