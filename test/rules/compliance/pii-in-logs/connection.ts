// packages: express@5.1.0
import express from 'express';
import { findUser } from './users';

const dbConfig = { host: process.env.DB_HOST, user: process.env.DB_USER, database: process.env.DB_NAME };
// With which account a connection is made is nobody's personal data.
console.log('Connecting', { host: dbConfig.host, user: dbConfig.user, database: dbConfig.database }); // ok: pii-in-logs

const app = express();
app.get('/me', async (req, res) => {
  const found = await findUser(req.query.id);
  console.log('Found', { user: found.user }); // expect: pii-in-logs(warning medium)
  res.json(found);
});
