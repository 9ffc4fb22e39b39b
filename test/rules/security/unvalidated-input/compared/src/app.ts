import express from 'express';
import { isAdministrator, renameAdministrator } from './credentials';

const app = express();
app.use(express.json());

// They are compared with what is stored, and go no further.
app.post('/enter', async (req, res) => {
  const { name, password } = req.body; // ok: unvalidated-input
  res.json({ ok: await isAdministrator(name, password) });
});

// One of the two is stored.
app.post('/rename', async (req, res) => {
  const { name, password } = req.body; // expect: unvalidated-input
  await renameAdministrator(name, password);
  res.json({ ok: true });
});
app.listen(3000);
